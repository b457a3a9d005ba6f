import { expect, test } from 'vitest';
import { providerPages } from './provider-pages';

test.each([[''], ['.'], ['google.com.evil.example'], ['notgoogle.com'], ['mx1.example.org'], ['com']])(
  '%j is of no known provider',
  (exchange) => expect(providerPages([exchange])).toEqual([]),
);

test.each([
  ['aspmx.l.google.com', 'Gmail and Google Workspace'],
  ['ALT1.ASPMX.L.GOOGLE.COM.', 'Gmail and Google Workspace'],
  ['outlook-com.olc.protection.outlook.com', 'Outlook.com'],
  ['example-org.mail.protection.outlook.com', 'Microsoft 365'],
  ['example-org.a-v1.mx.microsoft', 'Microsoft 365'],
  ['mta5.am0.yahoodns.net', 'Yahoo and AOL'],
  ['mx01.mail.icloud.com', 'iCloud Mail'],
  ['mx00.emig.gmx.net', 'GMX'],
  ['mx-ha02.web.de', 'WEB.DE'],
  ['mx00.t-online.de', 'T-Online'],
  ['mxs.mail.ru', 'Mail.ru'],
  ['mxa-00000000.gslb.pphosted.com', 'Proofpoint'],
  ['eu-smtp-inbound-1.mimecast.com', 'Mimecast'],
])('%s: %s', (exchange, provider) =>
  expect(providerPages([exchange]).map((page) => page.provider)).toEqual([provider]),
);

test('each once, over https', () => {
  const pages = providerPages(['aspmx.l.google.com', 'alt1.aspmx.l.google.com', 'mxs.mail.ru']);
  expect(pages.map(({ provider }) => provider)).toEqual(['Gmail and Google Workspace', 'Mail.ru']);
  for (const { url } of pages) expect(url).toMatch(/^https:\/\//);
});
