package io.kontor.connector;

/**
 * The way to a shop: it keeps the pace, waits when the shop asks for it, tries again what is worth it, and never
 * connects to an address inside the house unless the operator allowed it.
 */
public interface ShopHttp {

    /**
     * Sends a request; redirects are not followed.
     *
     * @throws io.kontor.kernel.KontorException {@link ConnectorError#ADDRESS_FORBIDDEN},
     *     {@link ConnectorError#UNREACHABLE}, {@link ConnectorError#LIMITED}, {@link ConnectorError#SHOP_FAILED}
     */
    ShopAnswer send(ShopRequest request);
}
