/**
 * Groups with short key shares, which every TLS library of the last ten years knows; as OpenSSL writes them. By itself, since
 * browsers show it and have no use for schemas.
 */
export const SHORT_GROUPS = 'X25519:P-256:P-384:P-521';
