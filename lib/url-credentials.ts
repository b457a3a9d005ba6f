/** Who somebody is by a URL; both empty where it says nothing. Null when it is not written in UTF-8 with escapes (RFC 3986 §2.1). */
export function credentialsIn({ username, password }: URL): { name: string; password: string } | null {
  try {
    return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return null;
  }
}
