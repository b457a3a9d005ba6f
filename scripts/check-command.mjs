import { parseArgs } from 'node:util';

/** As sysexits(3) has them, so that a mail server or a shell knows them. */
const EXIT = { accepted: 0, badInput: 64, refused: 69, ourSide: 70, temporary: 75 };

const USAGE = 'check TARGET [--wait] [--json|--text] [--url URL]';

/**
 * Asks the mxproof that serves at `--url`, else the one that has these variables, to check a target, with the token of
 * `MXPROOF_TOKEN`, if any. Prints the link, or with `--wait` what came of it: as text, or as JSON. The exit code says the same.
 * @param {string[]} args
 * @param {string} basePath
 */
export async function runCheck(args, basePath) {
  const asked = readArguments(args);
  if (asked === null) return end(EXIT.badInput, `mxproof: ${USAGE}`);
  const origin = asked.url?.replace(/\/+$/, '') ?? `${ownOrigin()}${basePath}`;
  try {
    const started = await call(`${origin}/api/checks`, {
      method: 'POST',
      body: JSON.stringify({ target: asked.target }),
    });
    if (!started.ok) return await endByProblem(started);
    const { id } = await started.json();
    const link = `${origin}/check/${id}`;
    if (!asked.wait) return end(EXIT.accepted, link);
    // The stream ends with the check.
    await (await call(`${origin}/api/checks/${id}/events`)).text();
    const report = await (await call(`${origin}/api/checks/${id}`)).json();
    const text = asked.json
      ? JSON.stringify(report, null, 2)
      : await (await call(`${link}/report.txt`)).text();
    return end(exitCodeOf(report), text.trimEnd());
  } catch (error) {
    const { message, cause } = /** @type {Error} */ (error);
    return end(
      EXIT.ourSide,
      `mxproof: ${origin} does not answer (${cause instanceof Error ? cause.message : message}).`,
    );
  }
}

/**
 * What a report comes to.
 * @param {{ status: string, verdict: { outcome: string, side: string } | null }} report
 */
export function exitCodeOf({ status, verdict }) {
  if (status !== 'done' || verdict === null) return EXIT.ourSide;
  if (verdict.outcome === 'accepted') return EXIT.accepted;
  if (verdict.side === 'sender') return EXIT.ourSide;
  return verdict.outcome === 'permanent' || verdict.outcome === 'no-mail' ? EXIT.refused : EXIT.temporary;
}

/**
 * Null when they are none of ours.
 * @param {string[]} args
 */
function readArguments(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        wait: { type: 'boolean' },
        json: { type: 'boolean' },
        text: { type: 'boolean' },
        url: { type: 'string' },
      },
    });
    const [target] = positionals;
    if (target === undefined || positionals.length > 1 || (values.json && values.text)) return null;
    return { target, wait: values.wait === true, json: values.json === true, url: values.url };
  } catch {
    return null;
  }
}

/** Where the mxproof that has these variables answers. */
export function ownOrigin() {
  const { HOST = '127.0.0.1', PORT = '3000' } = process.env;
  // Who listens everywhere is asked at the loopback address.
  const host = HOST === '0.0.0.0' ? '127.0.0.1' : HOST === '::' ? '::1' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
}

/**
 * @param {string} url
 * @param {RequestInit} request
 */
function call(url, request = {}) {
  const token = process.env['MXPROOF_TOKEN'];
  return fetch(url, {
    ...request,
    headers: {
      accept: '*/*',
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
  });
}

/**
 * RFC 9457: a problem says itself what it is.
 * @param {Response} answer
 */
async function endByProblem(answer) {
  const text = await answer.text();
  const { detail = text } = text.startsWith('{') ? JSON.parse(text) : {};
  const isBadInput = answer.status === 400;
  return end(isBadInput ? EXIT.badInput : EXIT.ourSide, `mxproof: ${detail}`);
}

/**
 * @param {number} code
 * @param {string} text
 */
function end(code, text) {
  if (code === EXIT.badInput || text.startsWith('mxproof: ')) console.error(text);
  else console.log(text);
  process.exitCode = code;
}
