import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Report } from '@/lib/report/report';
import { createAuthority } from '../internet/certificates';
import { makeCertificates } from './certificates';
import { startMailServer } from './mail-server';
import { BROKEN, MX1, MX2, startNameServers } from './name-servers';
import { accountTests } from './account-tests';
import { daneTests } from './dane-tests';
import { familyTests } from './family-tests';
import { imageTests } from './image-tests';
import { finding, pick } from './look';
import { mtaTests } from './mta-tests';
import { startMtas } from './mtas';
import { installServers } from './packages';
import { pipeTests } from './pipe-tests';
import { type PolicyServers, preparePolicies } from './policy-servers';
import { policyTests } from './policy-tests';
import { type Product, startProduct } from './product';
import { proxyTests } from './proxy-tests';
import type { ServerProcess } from './server-process';
import { unitTests } from './unit-tests';

const folder = mkdtempSync(join(tmpdir(), 'mxproof-servers-'));
const running: ServerProcess[] = [];
let product: Product;
let policies: PolicyServers;
/** The variables of mxproof. */
let instance: Record<string, string>;

before(async () => {
  installServers();
  const certificates = makeCertificates(folder, 'mx1.shop.test');
  const issuer = await createAuthority();
  const prepared = await preparePolicies(issuer);
  const beginning = await startNameServers(folder, running, prepared.zones);
  running.push(await startMailServer(folder, MX1, 'mx1.shop.test', certificates));
  await startMtas(folder, issuer, running);
  policies = await prepared.start(folder, beginning, running);
  const authorities = join(folder, 'authorities.pem');
  writeFileSync(authorities, `${readFileSync(certificates.authority, 'utf8')}\n${issuer.pem}\n`);
  instance = {
    MXPROOF_ROOT_HINTS: beginning.hints,
    MXPROOF_TRUST_ANCHORS: beginning.anchors,
    MXPROOF_COMPARE_RESOLVERS: 'none',
    MXPROOF_ALLOW_NETWORKS: '127.53.0.0/16,127.25.0.0/16',
    MXPROOF_HELO: 'probe.shop.test',
    MXPROOF_COOLDOWN_S: '0',
    MXPROOF_CAPTURE: '1',
    MXPROOF_MESSAGES_PER_RECIPIENT: '3',
    MXPROOF_QUERIES_PER_MINUTE: '0',
    NODE_EXTRA_CA_CERTS: authorities,
  };
  product = await startProduct(folder, instance);
  running.push(product);
});

after(async () => {
  for (const server of running.reverse()) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('an unknown mailbox: rejected permanently at RCPT by a real Postfix', async () => {
  const report = await product.check('nobody@shop.test');
  assert.deepEqual(pick(report), { outcome: 'permanent', side: 'recipient', stage: 'rcpt' });
  const { meaning, fix, ...said } = finding(report, 'smtp.mailbox-unknown');
  const reply =
    '550 5.1.1 <nobody@shop.test>: Recipient address rejected: User unknown in virtual mailbox table';
  assert.deepEqual(said, {
    hosts: [`mx1.shop.test [${MX1}]`],
    elsewhere: false,
    recipient: 'nobody@shop.test',
    reply,
    replies: [reply],
    says: 'the mailbox does not exist',
    code: 550,
    enhanced: '5.1.1',
    stage: 'rcpt',
    category: 'mailbox-unknown',
    side: 'recipient',
    whoActs: 'sender',
  });
  assert.equal(meaning, 'There is no such mailbox.');
  assert.match(String(fix), /^Check the spelling/);
});

test('a known mailbox: accepted, over trusted TLS, with a dead backup beside it', async () => {
  const report = await product.check('known@shop.test');
  assert.deepEqual(pick(report), { outcome: 'accepted', side: 'none', stage: 'rcpt' });
  assert.deepEqual(finding(report, 'smtp.accepted')['hosts'], [`mx1.shop.test [${MX1}]`]);
  assert.deepEqual(finding(report, 'tcp.refused'), {
    hosts: [`mx2.shop.test [${MX2}]`],
    elsewhere: true,
    portWorks: true,
    implicit: '',
    overIpv4: false,
  });
  const [session] = report.sessions;
  assert.equal(session?.tls?.state, 'trusted');
  assert.deepEqual(session.tls.certificate?.names, ['mx1.shop.test']);
  assert.match(session.tls.certificate.sha256, /^[0-9a-f]{64}$/);
  assert.equal(session.banner, 'mx1.shop.test ESMTP Postfix');
  assert.ok(session.capabilities.includes('PIPELINING'));
  assert.deepEqual(session.socket?.remoteAddress, MX1);
});

test('the packets of a session can be had as a file', async () => {
  const report = await product.check('known@shop.test', { depth: 'greeting' });
  const session = report.sessions.find(({ address }) => address === MX1);
  assert.equal(session?.captured, true);
  const answer = await fetch(`${product.url}/check/${report.id}/capture/${session.n}`);
  assert.equal(answer.headers.get('content-type'), 'application/vnd.tcpdump.pcap');
  const file = join(folder, 'session.pcap');
  writeFileSync(file, new Uint8Array(await answer.arrayBuffer()));
  const packets = execFileSync('tcpdump', ['-n', '-r', file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { localPort = 0 } = session.socket ?? {};
  const seen = packets
    .split('\n')
    .filter((line) => line.includes(`.${localPort} `) || line.includes(`.${localPort}:`));
  assert.match(
    seen[0] ?? '',
    new RegExp(`\\.${localPort} > ${MX1.replaceAll('.', '\\.')}\\.25: Flags \\[S\\]`),
  );
  assert.ok(
    seen.some((line) => /Flags \[F/.test(line)),
    'the end of the connection is there, too',
  );
  const none = await fetch(`${product.url}/check/${report.id}/capture/99`);
  assert.equal(none.status, 404);
});

test('the walk: root, TLD, domain, each asked as a server of its zone', async () => {
  const report = await product.check('known@shop.test', { depth: 'greeting' });
  const zones = [...new Set(report.trace.steps.map(({ zone }) => zone))];
  assert.deepEqual(zones, ['.', 'test', 'shop.test']);
  assert.equal(report.zone?.soa?.serial, 2026112301);
  assert.deepEqual(report.zone.ns, ['ns1.shop.test', 'ns2.shop.test']);
  assert.equal(report.route?.kind, 'mx');
  assert.deepEqual(
    report.route.hosts.map(({ exchange, preference }) => [preference, exchange]),
    [
      [10, 'mx1.shop.test'],
      [20, 'mx2.shop.test'],
    ],
  );
});

test('greylisting: temporary, nobody to blame, with the wait that was named', async () => {
  const report = await product.check('later@shop.test');
  assert.deepEqual(pick(report), { outcome: 'temporary', side: 'none', stage: 'rcpt' });
  assert.equal(finding(report, 'smtp.greylisted')['waitSeconds'], 300);
});

test('a message: taken by the final dot, with the queue id from the log', async () => {
  const report = await product.check('known@shop.test', {
    depth: 'message',
    message: { subject: 'Größe', body: '.one dot\nsecond line' },
  });
  assert.deepEqual(pick(report), { outcome: 'accepted', side: 'none', stage: 'message' });
  const { queueId } = finding(report, 'smtp.message-accepted');
  assert.match(String(queueId), /^[0-9A-F]{6,}$/);
  const log = running.map((server) => server.output()).join('\n');
  assert.ok(
    log.includes(`${String(queueId)}: to=<known@shop.test>`),
    'the queue id stands in the log of Postfix',
  );
});

test('an alias domain routes by its target', async () => {
  const report = await product.check('known@alias.shop.test', { depth: 'greeting' });
  assert.deepEqual(finding(report, 'domain.is-alias'), {
    domain: 'alias.shop.test',
    target: 'shop.test',
    chain: ['shop.test'],
    dname: '',
  });
});

test('null MX and a domain that does not exist', async () => {
  assert.equal((await product.check('user@nomail.test')).verdict?.outcome, 'no-mail');
  const gone = await product.check('user@gone.test');
  assert.deepEqual(pick(gone), { outcome: 'permanent', side: 'recipient', stage: 'dns' });
  assert.deepEqual(finding(gone, 'domain.not-found'), { domain: 'gone.test', zone: 'test' });
});

test('servers of one zone: two versions, one that does not serve it, one dead, and an answer too large for UDP', async () => {
  const report = await product.check('postmaster@broken.test', { depth: 'greeting' });
  assert.deepEqual(finding(report, 'zone.serials-differ')['serials'], [
    `ns1.broken.test [${BROKEN[0]}]: 2026112302`,
    `ns2.broken.test [${BROKEN[1]}]: 2026112301`,
  ]);
  assert.deepEqual(finding(report, 'dns.servers-unusable'), {
    zone: 'broken.test',
    servers: [2, 3].map((n) => `ns${n + 1}.broken.test [${BROKEN[n]}]`),
    causes: ['refused', 'port-closed'],
    count: 2,
    all: 4,
  });
  assert.ok(Number(finding(report, 'mx.large-answer')['bytes']) > 1232);
  assert.ok(!report.findings.some(({ code }) => code === 'zone.answers-differ' || code === 'ns.no-tcp'));
});

for (const [domain, zones] of [
  ['signed.test', ['.', 'test', 'signed.test']],
  ['any.wild.signed.test', ['.', 'test', 'signed.test']],
  ['rsa.test', ['.', 'test', 'rsa.test']],
  ['any.wild.rsa.test', ['.', 'test', 'rsa.test']],
] as const)
  test(`DNSSEC proves the way to ${domain}, signed by BIND and served by NSD and Knot`, async () => {
    const report = await product.check(`postmaster@${domain}`, { depth: 'greeting' });
    assert.deepEqual(finding(report, 'dnssec.proven'), {
      domain,
      zones: [...zones],
      denies: false,
      exists: true,
    });
    assert.deepEqual(dnssecCodes(report), ['dnssec.proven']);
    const answers = report.dnssec?.answers.map(({ name, type, state }) => `${name} ${type} ${state}`);
    const exchange = `mx1.${zones[2]}`;
    const expected = [`${domain} MX secure`, `${exchange} A secure`, `${exchange} AAAA secure`];
    assert.deepEqual(answers?.sort(), expected.sort());
  });

test('signatures that have expired decide the verdict, and are named with their day', async () => {
  const report = await product.check('postmaster@expired.test', { depth: 'greeting' });
  assert.deepEqual(pick(report), { outcome: 'temporary', side: 'recipient', stage: 'dns' });
  const { moment, elsewhere } = finding(report, 'dnssec.expired');
  assert.deepEqual({ moment, elsewhere }, { moment: '2026-02-01 00:00', elsewhere: false });
  assert.deepEqual(dnssecCodes(report), ['dnssec.expired']);
});

test('an unsigned domain below signed ones, by opt-out', async () => {
  const report = await product.check('known@shop.test', { depth: 'greeting' });
  assert.deepEqual(dnssecCodes(report), ['dnssec.unsigned']);
});

test('absence at signed registries is proven', async () => {
  const report = await product.check('user@gone.test');
  assert.deepEqual(dnssecCodes(report), ['dnssec.opt-out']);
});

test('healthy servers cause no finding about name servers', async () => {
  const report = await product.check('known@shop.test');
  const codes = report.findings
    .filter(({ severity }) => severity !== 'info' && severity !== 'ok')
    .map(({ code }) => code);
  assert.deepEqual(codes, ['tcp.refused']);
});

mtaTests(
  () => product,
  () => running.map((server) => server.output()).join('\n'),
);

daneTests(
  () => product,
  () => policies,
);

policyTests(() => product);

pipeTests(folder, () => product);

proxyTests(folder, () => instance);

familyTests(() => instance);

accountTests(folder, () => instance);
unitTests(folder, () => instance);

imageTests();

function dnssecCodes({ findings }: Report): string[] {
  return findings.map(({ code }) => code).filter((code) => code.startsWith('dnssec.'));
}
