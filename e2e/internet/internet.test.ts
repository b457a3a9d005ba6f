import dgram from 'node:dgram';
import net from 'node:net';
import tls from 'node:tls';
import packet from 'dns-packet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PATIENCE_MS } from '../patience';
import { type Internet, startInternet, UNREACHABLE_IPV4, UNREACHABLE_IPV6 } from './internet';

const [shop, house, broken, mute] = ['127.31.200.1', '127.31.200.2', '127.31.200.3', '127.31.200.4'];
const [polite, rude, hole, nobody] = ['127.31.200.101', '127.31.200.102', '127.31.200.103', '127.31.200.104'];

let internet: Internet;

beforeAll(async () => {
  internet = await startInternet({
    zones: [
      {
        origin: 'shop.test',
        servers: { 'ns1.shop.test': [shop], 'ns.house.example': [house] },
        records: [
          ...[
            '@ MX 10 mx1',
            `mx1 A ${polite}`,
            'www CNAME mx1',
            'away CNAME www.house.example.',
            `a.deep A ${rude}`,
          ],
          ...Array.from({ length: 7 }, (_, i) => `big TXT "${String(i).repeat(200)}"`),
        ],
      },
      { origin: 'house.example', servers: { 'ns.house.example': [house] }, records: [] },
      { origin: 'broken.test', servers: { 'ns.broken.test': [broken] }, records: [`@ A ${polite}`] },
    ],
    behaviours: { [broken]: { how: 'servfail', only: ['AAAA'] }, [mute]: { how: 'silent' } },
    mtas: {
      [polite]: {
        kind: 'polite',
        name: 'mx1.shop.test',
        recipients: { 'nobody@shop.test': '550 5.1.1 No such user' },
      },
      [rude]: { kind: 'scripted', name: 'rude.test', script: { greeting: ['554 5.7.1 Go away', 'close'] } },
      [hole]: { kind: 'black-hole' },
    },
  });
});
afterAll(() => internet.stop());

/** How long it is listened where nothing must come. */
const NOTHING_COMES_MS = 500;

/** One question over UDP; null when nothing came within the time. */
async function ask(
  address: string,
  name: string,
  type: packet.RecordType,
  timeoutMs = PATIENCE_MS,
): Promise<packet.DecodedPacket | null> {
  const socket = dgram.createSocket('udp4');
  const answer = new Promise<packet.DecodedPacket | null>((resolve) => {
    setTimeout(() => resolve(null), timeoutMs).unref();
    socket.on('message', (message) => resolve(packet.decode(message)));
  });
  socket.send(
    packet.encode({ type: 'query', id: 7, questions: [{ name, type }] }),
    internet.dnsPort,
    address,
  );
  return answer.finally(() => socket.close());
}

/** The answer in one line: rcode, flags, and the names and data of each section. */
function print(message: packet.DecodedPacket | null): string {
  if (message === null) return 'silence';
  const section = (title: string, records: packet.Answer[] = []) =>
    records.map((one) => `${title} ${one.name} ${one.type} ${'data' in one ? dataOf(one.data) : ''}`);
  const flags = [...(message.flag_aa ? ['aa'] : []), ...(message.flag_tc ? ['tc'] : [])];
  return [
    ['rcode' in message ? message.rcode : '', ...flags].join(' '),
    ...section('an', message.answers),
    ...section('au', message.authorities),
    ...section('ad', message.additionals),
  ].join(', ');
}

function dataOf(data: unknown): string {
  if (typeof data === 'string') return data;
  return typeof data === 'object' && data !== null && 'exchange' in data ? String(data.exchange) : '…';
}

test.each([
  [
    '127.16.0.1',
    'shop.test',
    'MX',
    /^NOERROR, au test NS a.nic.test, au test NS b.nic.test, ad a.nic.test A 127.16.0.13/,
  ],
  [
    '127.16.0.13',
    'x.shop.test',
    'MX',
    /^NOERROR, au shop.test NS ns1.shop.test, au shop.test NS ns.house.example, ad ns1.shop.test A 127.31.200.1$/,
  ],
  ['127.16.0.13', 'no-such.test', 'MX', /^NXDOMAIN aa, au test SOA/],
  [shop, 'shop.test', 'MX', /^NOERROR aa, an shop.test MX mx1.shop.test$/],
  [shop, 'shop.test', 'AAAA', /^NOERROR aa, au shop.test SOA/],
  [shop, 'deep.shop.test', 'A', /^NOERROR aa, au shop.test SOA/],
  [shop, 'no.shop.test', 'A', /^NXDOMAIN aa, au shop.test SOA/],
  [
    shop,
    'www.shop.test',
    'A',
    /^NOERROR aa, an www.shop.test CNAME mx1.shop.test, an mx1.shop.test A 127.31.200.101$/,
  ],
  [shop, 'away.shop.test', 'A', /^NOERROR aa, an away.shop.test CNAME www.house.example$/],
  [shop, 'big.shop.test', 'TXT', /^NOERROR aa tc$/],
  [shop, 'other.test', 'A', /^REFUSED$/],
  [broken, 'broken.test', 'A', /^NOERROR aa, an broken.test A/],
  [broken, 'broken.test', 'AAAA', /^SERVFAIL$/],
  [mute, 'shop.test', 'A', /^silence$/],
] as const)('%s says to %s %s: %s', async (address, name, type, expected) => {
  const timeoutMs = expected.test('silence') ? NOTHING_COMES_MS : PATIENCE_MS;
  expect(print(await ask(address, name, type, timeoutMs))).toMatch(expected);
  expect(internet.asked(address)).toContain(`${name} ${type} udp plain`);
});

test('a truncated answer comes whole over TCP', async () => {
  const socket = net.connect({ host: shop, port: internet.dnsPort });
  socket.write(
    packet.streamEncode({ type: 'query', id: 9, questions: [{ name: 'big.shop.test', type: 'TXT' }] }),
  );
  let bytes = Buffer.alloc(0);
  for await (const chunk of socket) {
    bytes = Buffer.concat([bytes, Buffer.from(chunk)]);
    if (bytes.length >= bytes.readUInt16BE(0) + 2) break;
  }
  expect(packet.streamDecode(bytes).answers).toHaveLength(7);
});

/** What a connection comes to: an error code, `connected`, or `pending` when nothing came within the time. */
function connect(host: string, timeoutMs: number): Promise<string> {
  const socket = net.connect({ host, port: internet.smtpPort });
  return new Promise<string>((resolve) => {
    socket.on('connect', () => resolve('connected'));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    setTimeout(() => resolve('pending'), timeoutMs).unref();
  }).finally(() => socket.destroy());
}

test.each([
  [polite, 'connected'],
  [nobody, 'ECONNREFUSED'],
  [hole, 'pending'],
  [UNREACHABLE_IPV4, 'ENETUNREACH'],
  [UNREACHABLE_IPV6, 'ENETUNREACH'],
])('a connection to %s: %s', async (host, expected) => {
  expect(await connect(host, expected === 'pending' ? NOTHING_COMES_MS : PATIENCE_MS)).toBe(expected);
});

/** Sends each line when the answer to the one before has come; returns all that was said. */
async function talk(host: string, lines: string[], trust?: string): Promise<string[]> {
  let socket: net.Socket = net.connect({ host, port: internet.smtpPort });
  const said: string[] = [];
  for (const line of [null, ...lines]) {
    if (line !== null) socket.write(`${line}\r\n`);
    let reply = '';
    while (!/^\d{3} .*\r\n$/m.test(reply)) {
      reply += await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
    }
    said.push(reply.trimEnd().split('\r\n').at(-1) ?? '');
    if (line !== 'STARTTLS') continue;
    const secure = tls.connect({
      socket,
      servername: 'mx1.shop.test',
      ...(trust === undefined ? {} : { ca: trust }),
    });
    await new Promise((resolve, reject) => secure.once('secureConnect', resolve).once('error', reject));
    socket = secure;
  }
  socket.destroy();
  return said;
}

test('a polite MTA speaks TLS with a certificate of the test authority and knows its recipients', async () => {
  const lines = ['EHLO probe.test', 'STARTTLS', 'EHLO probe.test', 'MAIL FROM:<a@probe.test>'];
  const said = await talk(
    polite,
    [...lines, 'RCPT TO:<nobody@shop.test>', 'RCPT TO:<you@shop.test>'],
    internet.authorityPem,
  );
  expect(said.slice(-2)).toEqual(['550 5.1.1 No such user', expect.stringMatching(/^250 /)]);
  expect(said[0]).toBe('220 mx1.shop.test ESMTP');
  expect(internet.asked(polite)).toContain('RCPT TO:<nobody@shop.test>');
});

test('a scripted MTA follows its script', async () => {
  expect(await talk(rude, [])).toEqual(['554 5.7.1 Go away']);
});
