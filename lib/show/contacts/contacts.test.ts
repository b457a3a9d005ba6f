import { expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import { acceptedReport, noDomainReport, runningReport } from '@/e2e/fixtures/reports';
import type { Finding } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';
import { samplePolicies } from '@/lib/report/sample';
import type { ControlResult } from '@/lib/smtp/session';
import { contactMail } from './contact-mail';
import { contactsOf } from './contacts';

const ABOUT = { link: 'https://mxproof.example/check/x', operator: 'Ada, ada@mxproof.example' };

function verdictOf(about: Partial<NonNullable<Report['verdict']>>): Report['verdict'] {
  return refusedReport.verdict && { ...refusedReport.verdict, ...about };
}

/** The refused report, with another party who has to act. */
function actor(whoActs: Finding['whoActs']): Report {
  return { ...refusedReport, findings: refusedReport.findings.map((one) => ({ ...one, whoActs })) };
}

test.each<[string, Report]>([
  ['runs', runningReport],
  ['has no verdict', { ...refusedReport, verdict: null }],
  ['has nothing to tell', acceptedReport],
  ['is of a domain that does not exist', noDomainReport],
  ['asks nobody to act', actor('nobody')],
])('a check that %s names nobody', (_, report) => expect(contactsOf(report)).toBeNull());

test.each<[string, Report]>([
  ['the sender’s administrator', actor('sender-admin')],
  ['the sender’s side', { ...refusedReport, verdict: verdictOf({ side: 'sender' }) }],
])('where %s has to act, it says so and names nobody', (_, report) => {
  const found = contactsOf(report);
  expect(found?.intro).toContain('the sender’s side has to act');
  expect([found?.contacts, found?.pages]).toEqual([[], []]);
});

test('an unknown mailbox: postmaster by the standard, not tried, and who answers for the zone', () => {
  const found = contactsOf(refusedReport);
  expect(found?.contacts.map(({ role, address }) => [role, address])).toEqual([
    ['postmaster', 'postmaster@northwind.example'],
    ['abuse', 'abuse@northwind.example'],
    ['zone', expect.stringContaining('@') as string],
  ]);
  expect(found?.contacts[0]?.says).toBe('by RFC 5321 §4.5.1 every mail domain has it; not tried');
  expect(found?.caution).toBe('');
});

function withControl(about: Partial<ControlResult>): Report {
  const control: ControlResult = {
    control: 'postmaster',
    sender: 'a@b.example',
    recipient: 'postmaster@northwind.example',
    outcome: 'accepted',
    reply: null,
    line: null,
    ...about,
  };
  return {
    ...refusedReport,
    sessions: refusedReport.sessions.map((one) => ({ ...one, controls: [control] })),
  };
}

test.each<[string, Partial<ControlResult>, RegExp | null]>([
  ['of another domain', { recipient: 'postmaster@elsewhere.example' }, /not tried$/],
  ['not asked', { outcome: 'not-asked' }, /not tried$/],
  ['deferred', { outcome: 'temporary' }, /^deferred in this check at \d\d:\d\d:\d\d UTC$/],
  ['refused', { outcome: 'permanent' }, null],
  ['accepted', { outcome: 'accepted' }, /^accepted in this check at \d\d:\d\d:\d\d UTC$/],
])('a control that was %s', (_, about, says) => {
  const postmaster = contactsOf(withControl(about))?.contacts.find(({ role }) => role === 'postmaster');
  if (says === null) expect(postmaster).toBeUndefined();
  else expect(postmaster?.says).toMatch(says);
});

test.each(['hostmaster.', '.', 'a\\.b'])('RNAME %j is nobody', (rname) => {
  const { zone } = refusedReport;
  const report = { ...refusedReport, zone: zone && { ...zone, soa: zone.soa && { ...zone.soa, rname } } };
  expect(contactsOf(report)?.contacts.some(({ role }) => role === 'zone')).toBe(false);
});

const REPORTS = { tlsRpt: 'mailto:tls@northwind.example', dmarc: 'mailto:dmarc@northwind.example' };

/** With these addresses for reports, and permissions of other domains. */
function reportedTo({ tlsRpt, dmarc }: typeof REPORTS, permissions: Permission[] = []): Report {
  const [domain, none] = ['northwind.example', samplePolicies()];
  const policies: Report['policies'] = {
    ...none,
    tlsRpt: { ...none.tlsRpt, state: 'ok', rua: [tlsRpt] },
    dmarc: { ...none.dmarc, organizational: domain, from: domain, rua: dmarc.split(','), permissions },
  };
  return { ...refusedReport, policies };
}

type Permission = NonNullable<Report['policies']>['dmarc']['permissions'][number];
const permission = (state: Permission['state']) => [
  { target: 'reader.example', state, name: '', evidence: [] },
];

test.each<[string, typeof REPORTS, Permission[], string[]]>([
  ['no mailbox', { tlsRpt: 'https://northwind.example/r', dmarc: 'mailto:@northwind.example' }, [], []],
  ['where local parts are hidden', { ...REPORTS, dmarc: 'mailto:…@northwind.example' }, [], ['tls-reports']],
  [
    'another domain that nobody has asked',
    { tlsRpt: 'mailto:a@reader.example', dmarc: 'mailto:x@notnorthwind.example' },
    [],
    [],
  ],
  [
    'one that does not permit it',
    { ...REPORTS, dmarc: 'mailto:a@reader.example' },
    permission('none'),
    ['tls-reports'],
  ],
  [
    'one that permits it',
    { ...REPORTS, dmarc: 'mailto:a@reader.example' },
    permission('permitted'),
    ['tls-reports', 'dmarc-reports'],
  ],
  [
    'the second address, when the first is none',
    { ...REPORTS, dmarc: 'https://northwind.example/r,mailto:a%2Bb@sub.northwind.example?subject=x' },
    [],
    ['tls-reports', 'dmarc-reports'],
  ],
  [
    'one that is named already',
    { tlsRpt: 'mailto:Postmaster@northwind.example', dmarc: REPORTS.dmarc },
    [],
    ['dmarc-reports'],
  ],
])('reports to %s', (_, rua, permissions, roles) => {
  const found = contactsOf(reportedTo(rua, permissions))?.contacts ?? [];
  expect(found.map(({ role }) => role)).toEqual(['postmaster', 'abuse', 'zone', ...roles]);
});

test('mailboxes for reports come last, with whose record names them, and never alone', () => {
  const report = reportedTo(REPORTS);
  expect(contactsOf(report)?.contacts.slice(-2)).toEqual([
    {
      role: 'tls-reports',
      address: 'tls@northwind.example',
      says: 'named in the TLS-RPT record of northwind.example for reports about TLS (RFC 8460 §3), usually read by programs; not tried',
      briefly: 'TLS-RPT record, read by programs',
    },
    {
      role: 'dmarc-reports',
      address: 'dmarc@northwind.example',
      says: 'named in the DMARC record of northwind.example for reports (RFC 9990), usually read by programs; not tried',
      briefly: 'DMARC record, read by programs',
    },
  ]);
  const alone = { ...report, zone: null, verdict: verdictOf({ outcome: 'no-mail' }) };
  expect(contactsOf(alone)).toBeNull();
});

test('where no mail gets in, that is said, with who is left', () => {
  const found = contactsOf({ ...refusedReport, sessions: [] });
  expect(found?.caution).toMatch(/may not arrive either\. What is left: .*registrar/);
});

test('the page of a known provider', () => {
  const { route } = refusedReport;
  const hosts = route?.hosts.map((host) => ({ ...host, exchange: 'aspmx.l.google.com' })) ?? [];
  const found = contactsOf({ ...refusedReport, route: route && { ...route, hosts } });
  expect(found?.pages).toEqual([
    { provider: 'Gmail and Google Workspace', url: 'https://support.google.com/a/answer/81126' },
  ]);
});

test('the mail has verdict, time, server, reply, ourselves, and the link', () => {
  const { subject, body } = contactMail(refusedReport, ABOUT);
  expect(subject).toBe('Mail to northwind.example is refused');
  for (const said of [
    /^Permanent refusal by mx1\.northwind\.example/m,
    /^When: +2026-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} UTC$/m,
    /^Your server: mx1\.northwind\.example \[[\da-f.:]+\]:25$/m,
    /^Your reply: +550 (?:5\.1\.1 )?.*\(RCPT TO\)$/m,
    /^Our server: +mail\.contoso\.example/m,
    /^https:\/\/mxproof\.example\/check\/x$/m,
    /^Ada, ada@mxproof\.example$/m,
  ])
    expect(body).toMatch(said);
});

/** What mail programs of Windows take from a link, less its scheme and recipient. */
const MAX_BODY = 2_000;

test.each([['x'.repeat(9_000)], ['word '.repeat(2_000)], ['💌'.repeat(2_000)]])(
  'a mail fits its link, whatever is said',
  (text) => {
    const [first] = refusedReport.sessions;
    const sessions =
      first === undefined
        ? []
        : [{ ...first, exchange: text, queueId: text, reply: { code: 550, enhanced: null, lines: [text] } }];
    const report = { ...refusedReport, sessions, verdict: verdictOf({ headline: text }) };
    const { subject, body } = contactMail(report, ABOUT);
    expect(Buffer.byteLength(subject)).toBeLessThan(300);
    expect(Buffer.byteLength(body)).toBeLessThan(MAX_BODY);
  },
);
