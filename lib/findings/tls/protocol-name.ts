/** As people write it: `TLSv1` is TLS 1.0. */
export function protocolName(protocol: string): string {
  const [, family, version] = /^(TLS|SSL)v(\d(?:\.\d)?)$/.exec(protocol) ?? [];
  if (family === undefined || version === undefined) return protocol;
  return `${family} ${version.includes('.') ? version : `${version}.0`}`;
}
