/**
 * The body of a good answer of our own API. The cast is sound for the same version, whose answers are typed by the same
 * schemas. Rejects when the server cannot be reached or answers with a problem.
 */
export async function getJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(url, { signal, headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as T;
}
