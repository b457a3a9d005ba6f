import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { bounceOf } from '../fixtures/notices';
import type { Figure } from './figure';
import { delayOf, type Watch } from './watch';

/** Octets of the largest mail that is taken. */
const OCTETS = 25 * 1024 * 1024;

/** Mails that come at once. */
const AT_ONCE = 25;

const NOTICE = bounceOf({
  address: 'nobody@dest.example',
  host: 'mx1.dest.example',
  hostAddress: '192.0.2.25',
  reply: '550 5.1.1 User unknown',
  status: '5.1.1',
}).replace(/--b1--\s*$/, '');
const FROM = 'From: mailer-daemon@dest.example\r\nSubject: failed\r\n';

/** Mails of 25 MB, each of a shape of its own. */
const SHAPES: Readonly<Record<string, () => Buffer>> = {
  'a notice with an attachment': () => filled(NOTICE, `${'QUJD'.repeat(18)}\r\n`),
  'octets of no order': () => Buffer.concat([Buffer.from(`${FROM}\r\n`), randomBytes(OCTETS - 200)]),
  'one line': () => filled(`${FROM}\r\n`, 'x'),
  'a header that does not end': () => filled(`${FROM}To: `, '\t'),
  'short lines': () => filled(`${FROM}\r\n`, '-\r\n'),
  'blank lines': () => filled(FROM, '\n'),
  HTML: () => filled(`${FROM}Content-Type: text/html\r\n\r\n`, '<p><b>a@b.example '),
  parts: () => filled(`${FROM}Content-Type: multipart/mixed; boundary=b\r\n\r\n`, '--b\r\n\r\nx\r\n'),
};

const LINE = 'From a Mon Nov 23 09:12:44 2026\n';
const mbox = () => filled('', `${LINE}${NOTICE}${'QUJD\n'.repeat(500_000)}\n\n`);

/** What mails of 25 MB cost whoever hands them over, and everybody else. */
export async function handOverFigures(product: Watch): Promise<Figure[]> {
  const times: number[] = [];
  for (const [shape, make] of Object.entries(SHAPES)) {
    const ms = await handOver(product.url, make());
    console.log(`25 MB, ${shape}: ${Math.round(ms)} ms`);
    times.push(ms);
  }
  await delayOf(product);
  const mails = [mbox, ...Object.values(SHAPES)].map((make) => make());
  let peakKb = 0;
  const sampling = setInterval(() => {
    peakKb = Math.max(peakKb, product.memory());
  }, 50);
  await Promise.all(
    Array.from({ length: AT_ONCE }, (_, n) => handOver(product.url, mails[n % mails.length] ?? Buffer.of())),
  );
  clearInterval(sampling);
  const { p99, max } = await delayOf(product);
  console.log(
    `event loop while ${AT_ONCE} such mails came: p99 ${p99.toFixed(1)} ms, longest ${max.toFixed(0)} ms`,
  );
  return [
    {
      what: 'a mail of 25 MB of any shape, until it is read and kept',
      figure: Number((Math.max(...times) / 1000).toFixed(2)),
      limit: 2,
      unit: 's',
    },
    {
      what: `event-loop delay while ${AT_ONCE} such mails come at once, p99`,
      figure: Number(p99.toFixed(1)),
      limit: 50,
      unit: 'ms',
    },
    {
      what: `resident memory while ${AT_ONCE} such mails come at once`,
      figure: Math.round(peakKb / 1024),
      limit: 600,
      unit: 'MB',
    },
  ];
}

function filled(head: string, piece: string): Buffer {
  const mail = Buffer.alloc(OCTETS, piece);
  mail.write(head);
  return mail;
}

/** Milliseconds until the answer. */
async function handOver(url: string, body: Buffer): Promise<number> {
  const from = performance.now();
  const status = await new Promise<number>((resolve, reject) => {
    const headers = { 'content-type': 'message/rfc822', 'content-length': body.length };
    // A connection for each: one that was kept may end in the moment it is used again.
    const posting = httpRequest(`${url}/api/bounces`, { method: 'POST', headers, agent: false }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    posting.once('error', reject);
    posting.end(body);
  });
  if (status !== 202) throw new Error(`a mail of 25 MB was answered with ${status}`);
  return performance.now() - from;
}
