/**
 * The one-time token of a link stands behind the `#`, so that no server, proxy or referrer ever sees it; it is taken out
 * of the address at once.
 */
export function takeToken(): string {
  const token = decodeURIComponent(window.location.hash.slice(1)).replace(/^token=/, '')
  if (token) window.history.replaceState(window.history.state, '', window.location.pathname)
  return token
}

/** The shortest password that is taken; length is what makes one strong. */
export const PASSWORD_LENGTH = 10
