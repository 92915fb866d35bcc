package io.kontor.access.internal.user;

import java.util.Optional;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UnknownAccountException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.realm.AuthenticatingRealm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shiro's view of the users: an e-mail and a password lead to an account, or to nothing after the same time. */
@Component(service = PasswordRealm.class)
public final class PasswordRealm extends AuthenticatingRealm {

    private final AccountStore accounts;
    private final Passwords passwords;

    @Activate
    public PasswordRealm(@Reference AccountStore accounts, @Reference Passwords passwords) {
        super(passwords);
        this.accounts = accounts;
        this.passwords = passwords;
        setAuthenticationCachingEnabled(false);
    }

    /** The active user with this e-mail and password. */
    public Optional<Account> authenticate(String email, String password) {
        UsernamePasswordToken token = new UsernamePasswordToken(email, password);
        try {
            AuthenticationInfo info = getAuthenticationInfo(token);
            return Optional.of(info.getPrincipals().oneByType(Account.class));
        } catch (AuthenticationException e) {
            return Optional.empty();
        } finally {
            token.clear();
        }
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        Optional<Account> account = accounts.byEmail(String.valueOf(token.getPrincipal()))
                .filter(Account::active)
                .filter(found -> found.passwordHash().isPresent());
        if (account.isEmpty()) {
            var nobody = new SimpleAuthenticationInfo("nobody", passwords.nobodys(), getName());
            passwords.doCredentialsMatch(token, nobody);
            throw new UnknownAccountException();
        }
        return new SimpleAuthenticationInfo(
                account.get(), account.get().passwordHash().orElseThrow(), getName());
    }
}
