import { expect, test } from 'vitest';
import { blankReport } from '@/e2e/fixtures/build';
import { handCommands } from './by-hand';

const report = blankReport('id', 'orders@northwind.example');
const session = {
  exchange: 'mx1.northwind.example',
  address: '192.0.2.11',
  port: 25,
  withoutTls: false,
  smallHello: false,
};

function command(
  tool: string,
  about: Partial<typeof session> = {},
  checked: typeof report = report,
): string | undefined {
  return handCommands(checked, { ...session, ...about }).find((one) => one.tool === tool)?.command;
}

test('swaks says the same envelope and stops at the same place', () => {
  expect(command('swaks')).toBe(
    'swaks --server 192.0.2.11 --port 25 --helo mail.contoso.example --from postmaster@contoso.example --to orders@northwind.example --tls-optional --quit-after RCPT',
  );
});

test.each([
  ["o'brien@x.example", "--to 'o'\\''brien@x.example'"],
  ['"a b"@x.example', '--to \'"a b"@x.example\''],
  ['$(id)@x.example', "--to '$(id)@x.example'"],
])('a local part %s is quoted for the shell', (mailbox, words) => {
  expect(command('swaks', {}, blankReport('id', mailbox))).toContain(words);
});

test('the null sender and a bare domain', () => {
  const { target, ...rest } = report;
  const { mailbox: _mailbox, ...domain } = target;
  const asked = {
    ...rest,
    target: { ...domain, kind: 'domain' as const },
    options: { depth: 'greeting' as const, sender: '<>' },
  };
  expect(command('swaks', {}, asked)).toMatch(
    /--from '<>' --to postmaster@northwind\.example --tls-optional --quit-after EHLO$/,
  );
});

test('IPv6 and the name asked for in TLS', () => {
  expect(command('openssl', { address: '2001:db8::1' })).toBe(
    "openssl s_client -starttls smtp -crlf -connect '[2001:db8::1]:25' -name mail.contoso.example -servername mx1.northwind.example",
  );
});

test('a session without TLS offers no command that uses it', () => {
  expect(command('openssl', { withoutTls: true })).toBeUndefined();
  expect(command('swaks', { withoutTls: true })).not.toContain('--tls');
});

test('the small hello is made of the same groups', () => {
  expect(command('openssl', { smallHello: true })).toContain(
    ' -groups X25519:P-256:P-384:P-521 -servername ',
  );
  expect(command('openssl')).not.toContain('-groups');
});

test.each(['--output=/tmp/x@example.org', '-h@example.org'])(
  'no swaks for %s, which it would obey',
  (mailbox) => {
    const checked = { ...report, target: { ...report.target, mailbox } };
    expect(command('swaks', {}, checked)).toBeUndefined();
  },
);

test.each([
  ['Hello', String.raw`'Hello\n'`],
  ['@/etc/passwd', String.raw`'@@/etc/passwd\n'`],
  ['-', String.raw`'-\n'`],
])('a body %s is text to swaks, and no file', (body, word) => {
  const message = { subject: 'Test', body };
  const checked = { ...report, options: { ...report.options, depth: 'message' as const, message } };
  expect(command('swaks', {}, checked)).toMatch(/ --body /);
  expect(command('swaks', {}, checked)?.endsWith(` --body ${word}`)).toBe(true);
});
