import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BLOCKLISTS } from '@/lib/blocklists/table';
import { ROOT_HINTS } from '@/lib/dns/root-hints';
import { ROOT_ANCHORS } from '@/lib/dnssec/anchors';
import { systemResolvers } from '@/lib/net/resolvers';
import { readSettings } from './settings';

const folder = mkdtempSync(join(tmpdir(), 'mxproof-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));
const hints = join(folder, 'named.root');
writeFileSync(hints, '. 3600000 NS A.ROOT-SERVERS.NET.\nA.ROOT-SERVERS.NET. 3600000 A 198.41.0.4\n');

const misspelt = join(folder, 'misspelt.json');
writeFileSync(misspelt, '{"zone.ttl-shrot": "info"}');
const chosen = join(folder, 'severities.json');
writeFileSync(chosen, '{"zone.ttl-short": "warning"}');

const PROXY = { MXPROOF_TRUSTED_PROXIES: '192.0.2.1/32' };

describe('refused, each by name', () => {
  test.each([
    [
      'MXPROOF_KEEP_DAYS_CHECKS',
      '-1',
      'MXPROOF_KEEP_DAYS_CHECKS must be a whole number of days from 0 to 36500.',
    ],
    [
      'MXPROOF_BASE_PATH',
      '/mxproof/',
      'MXPROOF_BASE_PATH must be a path such as /mxproof: it begins with a slash, and does not end with one.',
    ],
    [
      'MXPROOF_BLOCKLISTS',
      'zen.spamhaus.org,bl.example.org',
      'MXPROOF_BLOCKLISTS must be "off", or zones of docs/blocklists.md, separated by commas; "bl.example.org" is none.',
    ],
    [
      'MXPROOF_BLOCKLISTS',
      'dnsbl.sorbs.net',
      'MXPROOF_BLOCKLISTS names dnsbl.sorbs.net, a list that has ended (2024-06-05).',
    ],
    ['PORT', '0', 'PORT must be a port from 1 to 65535.'],
    [
      'MXPROOF_PUBLIC_ADDRESSES',
      '198.41.0.4, 10.0.0.4',
      'MXPROOF_PUBLIC_ADDRESSES must be public addresses such as 198.41.0.4, separated by commas; "10.0.0.4" is none.',
    ],
    [
      'MXPROOF_PUBLIC_ADDRESSES',
      '198.41.0.0/24',
      'MXPROOF_PUBLIC_ADDRESSES must be public addresses such as 198.41.0.4, separated by commas; "198.41.0.0/24" is none.',
    ],
    ['PORT', '3000x', 'PORT must be a port from 1 to 65535.'],
    ['MXPROOF_DNS_PORT', '65536', 'MXPROOF_DNS_PORT must be a port from 1 to 65535.'],
    [
      'MXPROOF_CHECK_DEADLINE_S',
      '0',
      'MXPROOF_CHECK_DEADLINE_S must be a whole number of seconds from 1 to 2000000.',
    ],
    [
      'MXPROOF_REPLY_TIMEOUT_S',
      '1.5',
      'MXPROOF_REPLY_TIMEOUT_S must be a whole number of seconds from 1 to 2000000.',
    ],
    [
      'MXPROOF_REUSE_S',
      '99999999999999999999',
      'MXPROOF_REUSE_S must be a whole number of seconds from 0 to 2000000.',
    ],
    [
      'MXPROOF_HELO',
      'user@example.com',
      'MXPROOF_HELO must be a host name or an address literal such as [192.0.2.1].',
    ],
    [
      'MXPROOF_MAIL_FROM',
      'example.com',
      'MXPROOF_MAIL_FROM must be a mail address, or <> for the null sender.',
    ],
    [
      'MXPROOF_ALLOW_NETWORKS',
      '10.0.0.0',
      'MXPROOF_ALLOW_NETWORKS must be networks such as 192.168.0.0/16, separated by commas; "10.0.0.0" is none.',
    ],
    [
      'MXPROOF_COMPARE_RESOLVERS',
      '192.0.2.53, dns.example',
      'MXPROOF_COMPARE_RESOLVERS must be addresses of resolvers, separated by commas, or "none"; "dns.example" is no address.',
    ],
    ...['mail.example.org', 'https://mail.example.org', 'smtp://', 'smtp://mail.example.org/box'].map(
      (text): [string, string, string] => [
        'MXPROOF_ALERT_MAIL_SERVER',
        text,
        'MXPROOF_ALERT_MAIL_SERVER must be the address of a mail server, such as smtps://name:password@mail.example.org.',
      ],
    ),
    ['MXPROOF_ALERT_FROM', '<>', 'MXPROOF_ALERT_FROM must be a mail address.'],
    [
      'MXPROOF_STARTS_PER_MINUTE',
      '-1',
      'MXPROOF_STARTS_PER_MINUTE must be a whole number from 0 to 1000000, 0 for no limit.',
    ],
    ['MXPROOF_MESSAGES_PER_HOUR', '1001', 'MXPROOF_MESSAGES_PER_HOUR must be a whole number from 0 to 1000.'],
    [
      'MXPROOF_SEVERITIES',
      join(folder, 'missing.json'),
      `MXPROOF_SEVERITIES names ${join(folder, 'missing.json')}, which cannot be read (ENOENT).`,
    ],
    [
      'MXPROOF_SEVERITIES',
      hints,
      `MXPROOF_SEVERITIES names ${hints}, which is no file of severities: it is not JSON.`,
    ],
    [
      'MXPROOF_SEVERITIES',
      misspelt,
      `MXPROOF_SEVERITIES names ${misspelt}, which is no file of severities: "zone.ttl-shrot" is no finding.`,
    ],
    ...[
      'file:',
      'mysql://x',
      'postgresql://db.example',
      'postgresql:///mxproof',
      'postgresql://db:x/mxproof',
    ].map((url) => [
      'DATABASE_URL',
      url,
      'DATABASE_URL must be file: and the path of a SQLite file, or postgresql://USER:PASSWORD@HOST/DATABASE.',
    ]),
    ['MXPROOF_CHECKS', 'elsewhere', 'MXPROOF_CHECKS must be here or workers.'],
    [
      'MXPROOF_CHECKS',
      'workers',
      'MXPROOF_CHECKS=workers leaves checks to other processes, which a file of SQLite cannot be shared with; set DATABASE_URL to a database of PostgreSQL.',
    ],
    ['MXPROOF_SECRET', 'short', 'MXPROOF_SECRET must have 32 characters at least.'],
  ])('%s=%s', (name, value, sentence) =>
    expect(readSettings({ NODE_ENV: 'test', [name]: value })).toEqual({ ok: false, problem: [sentence] }),
  );

  test('several at once', () => {
    expect(readSettings({ NODE_ENV: 'test', PORT: 'x', MXPROOF_CONCURRENCY: 'x' })).toMatchObject({
      problem: [expect.stringMatching(/^PORT /), expect.stringMatching(/^MXPROOF_CONCURRENCY /)],
    });
  });
});

test('defaults, as the contract says', () => {
  const read = readSettings({
    NODE_ENV: 'test' as const,
    MXPROOF_HELO: 'MX.Example.ORG',
    PORT: ' ',
    MXPROOF_COMPARE_RESOLVERS: 'none',
  });
  expect(read).toEqual({
    ok: true,
    value: {
      access: {
        trustedProxies: [],
        trustedHeader: null,
        hosts: [],
        lists: 'local',
        admins: [],
        senders: [],
        signedInAs: 'operator',
        operator: null,
        accounts: false,
        url: null,
        oidc: null,
      },
      metricsFrom: [],
      logLevel: 'info',
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: 'file:./data/mxproof.db',
      secret: null,
      helo: 'mx.example.org',
      mailFrom: 'postmaster@mx.example.org',
      rootHints: ROOT_HINTS,
      trustAnchors: ROOT_ANCHORS,
      dnsPort: 53,
      smtpPort: 25,
      httpsPort: 443,
      alerts: { server: null, from: 'mxproof@mx.example.org', networks: [] },
      allowNetworks: [],
      neverContact: { domains: [], networks: [] },
      checks: 'here',
      concurrency: 20,
      batchConcurrency: 10,
      concurrencyOfCaller: 20,
      limits: {
        startsPerMinute: 120,
        queuedPerCaller: 250,
        queued: 500,
        handOversPerMinute: 600,
        readAgainPerMinute: 10,
        verificationsPerMinute: 10,
        explanationsPerMinute: 60,
        pagesPerMinute: 300,
        controlsPerHour: 60,
        signInsPerMinute: 10,
        handOverMegabytesPerHour: 500,
        handOverMegabytesInAll: 2_000,
        recipientsPerHour: 30,
        recipientsPerDay: 100,
        sessionsPerHour: 60,
        sessionsAtOnce: 10,
        sessionsPerNetwork: 8,
        queriesPerMinute: 600,
        streamsPerCaller: 50,
        streams: 1_000,
        capturesPerCheck: 8,
        captures: 40,
      },
      graceMs: 5_000,
      resolvers: [],
      checkDeadlineMs: 180_000,
      greetingTimeoutMs: 60_000,
      replyTimeoutMs: 60_000,
      connectTimeoutMs: 15_000,
      cooldownMs: 30_000,
      reuseMs: 0,
      labTargets: null,
      messageLimits: { perRecipient: 0, perCaller: 10, inAll: 20 },
      messageFrom: ['postmaster@mx.example.org'],
      blocklists: BLOCKLISTS.filter(({ isOpen }) => isOpen),
      relayAddress: null,
      publicAddresses: [],
      controlAddress: null,
      capture: false,
      severities: {},
      keepAuditDays: 365,
      keepRoutineDays: 30,
      keep: { checks: { days: 365, count: null }, mails: { days: 90, count: null }, bytes: null },
    },
  });
});

test('what was given', () => {
  const given = {
    NODE_ENV: 'test' as const,
    MXPROOF_ROOT_HINTS: hints,
    MXPROOF_MAIL_FROM: '<>',
    MXPROOF_MESSAGE_FROM: 'example.org, <>',
    MXPROOF_COOLDOWN_S: '0',
    MXPROOF_STARTS_PER_MINUTE: '0',
    MXPROOF_ALLOW_NETWORKS: '10.0.0.0/8, fd00::/8',
    MXPROOF_PUBLIC_ADDRESSES: '198.41.0.4, 2001:503:ba3e:0::2:30',
    MXPROOF_SEVERITIES: chosen,
    MXPROOF_KEEP_DAYS_CHECKS: '0',
    MXPROOF_KEEP_MAILS: '1000',
    MXPROOF_KEEP_MB: '50',
  };
  expect(readSettings(given)).toMatchObject({
    value: {
      rootHints: [{ name: 'a.root-servers.net', address: '198.41.0.4' }],
      trustAnchors: [],
      severities: { 'zone.ttl-short': 'warning' },
      keep: { checks: { days: null, count: null }, mails: { days: 90, count: 1000 }, bytes: 50_000_000 },
      mailFrom: '<>',
      messageFrom: ['<>', 'example.org'],
      cooldownMs: 0,
      limits: { startsPerMinute: Infinity, queued: 500 },
      allowNetworks: ['10.0.0.0/8', 'fd00::/8'],
      publicAddresses: ['198.41.0.4', '2001:503:ba3e::2:30'],
    },
  });
});

test.each<[string, NodeJS.ProcessEnv, boolean]>([
  ['on loopback', { NODE_ENV: 'test' }, true],
  [
    'behind a proxy that signs people in',
    { NODE_ENV: 'test', ...PROXY, MXPROOF_TRUSTED_HEADER: 'X-User' },
    true,
  ],
  ['behind a proxy that does not', { NODE_ENV: 'test', ...PROXY }, false],
  ['open to everybody', { NODE_ENV: 'test', HOST: '192.0.2.1', MXPROOF_OPEN: '1' }, false],
  [
    'with lists that are open',
    { NODE_ENV: 'test', ...PROXY, MXPROOF_TRUSTED_HEADER: 'X-User', MXPROOF_LISTS: 'open' },
    false,
  ],
])('the resolvers of the system are asked where no stranger sees it: %s', (_, environment, asked) => {
  const read = readSettings(environment);
  expect(read.ok && read.value.resolvers.length > 0).toBe(asked && systemResolvers().length > 0);
});

test.each([
  ['smtp://localhost:25', { host: 'localhost', port: 25, isSecure: false, user: null }],
  ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, isSecure: false, user: null }],
  [
    'smtps://alerts%40example.org:p%3Ass@mail.example.org/',
    {
      host: 'mail.example.org',
      port: 465,
      isSecure: true,
      user: { name: 'alerts@example.org', password: 'p:ss' },
    },
  ],
  ['smtp://[2001:db8::25]', { host: '2001:db8::25', port: 587, isSecure: false, user: null }],
])('the server of alerts: %s', (text, server) => {
  expect(readSettings({ NODE_ENV: 'test', MXPROOF_ALERT_MAIL_SERVER: text })).toMatchObject({
    value: { alerts: { server } },
  });
});

test.each([
  [{ HOST: '127.0.0.1' }, 20],
  [{ HOST: '0.0.0.0', MXPROOF_OPEN: '1' }, 15],
  [{ MXPROOF_TRUSTED_PROXIES: '127.0.0.1/32' }, 15],
  [{ HOST: '0.0.0.0', MXPROOF_OPEN: '1', MXPROOF_CONCURRENCY: '2' }, 1],
  [{ HOST: '0.0.0.0', MXPROOF_OPEN: '1', MXPROOF_CONCURRENCY: '1' }, 1],
  [{ HOST: '0.0.0.0', MXPROOF_OPEN: '1', MXPROOF_CONCURRENCY_PER_CALLER: '3' }, 3],
])('checks at once of one caller, with %j: %i', (given, concurrencyOfCaller) => {
  expect(readSettings({ NODE_ENV: 'test', ...given })).toMatchObject({ value: { concurrencyOfCaller } });
});

test.each([
  ['off', []],
  ['Zen.Spamhaus.ORG, b.barracudacentral.org', ['zen.spamhaus.org', 'b.barracudacentral.org']],
])('MXPROOF_BLOCKLISTS=%s', (MXPROOF_BLOCKLISTS, zones) => {
  const read = readSettings({ NODE_ENV: 'test', MXPROOF_BLOCKLISTS });
  expect(read.ok && read.value.blocklists.map(({ zone }) => zone)).toEqual(zones);
});
