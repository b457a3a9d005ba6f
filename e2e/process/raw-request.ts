import { request } from 'node:http';

interface RawRequest {
  method?: string;
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Of this machine, from which the connection comes. */
  localAddress?: string;
}

interface RawAnswer {
  status: number;
  text: string;
  header(name: string): string;
}

/** Sends a request as it is written, on a connection of its own: `fetch` mends paths, and sets `Host` by itself. */
export function rawRequest(
  url: string,
  { method = 'GET', path, headers = {}, body, localAddress }: RawRequest,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers, localAddress, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          text,
          header: (name) => String(answer.headers[name] ?? ''),
        }),
      );
    })
      .on('error', reject)
      .end(body);
  });
}
