/** The name of a field that no version knows yet; RFC 8461 §3.1, RFC 8460 §3. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;

/** Its value: printing characters but `=`, `;` and space. */
const VALUE = /^[\x21-\x3a\x3c\x3e-\x7e]+$/;

/** Whether a field of these records may be passed over, as one of a later version. */
export function isExtension(name: string | null, value: string): boolean {
  return name !== null && NAME.test(name) && VALUE.test(value);
}
