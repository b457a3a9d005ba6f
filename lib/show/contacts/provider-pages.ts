/** Where a provider says how its postmasters are reached. */
export interface ProviderPage {
  provider: string;
  url: string;
}

/** Names of mail servers end so: of each provider, as written down on 2026-11-29. The first that fits counts. */
const PAGES: readonly (ProviderPage & { ends: readonly string[] })[] = [
  {
    provider: 'Gmail and Google Workspace',
    url: 'https://support.google.com/a/answer/81126',
    ends: ['google.com', 'googlemail.com'],
  },
  {
    provider: 'Outlook.com',
    url: 'https://sendersupport.olc.protection.outlook.com/pm/',
    ends: ['olc.protection.outlook.com', 'hotmail.com'],
  },
  {
    provider: 'Microsoft 365',
    url: 'https://sender.office.com/',
    ends: ['mail.protection.outlook.com', 'mx.microsoft'],
  },
  { provider: 'Yahoo and AOL', url: 'https://senders.yahooinc.com/', ends: ['yahoodns.net'] },
  { provider: 'iCloud Mail', url: 'https://support.apple.com/102322', ends: ['mail.icloud.com'] },
  { provider: 'GMX', url: 'https://postmaster.gmx.net/', ends: ['gmx.net'] },
  { provider: 'WEB.DE', url: 'https://postmaster.web.de/', ends: ['web.de'] },
  { provider: 'T-Online', url: 'https://postmaster.t-online.de/', ends: ['t-online.de'] },
  { provider: 'Mail.ru', url: 'https://postmaster.mail.ru/', ends: ['mail.ru'] },
  { provider: 'Proofpoint', url: 'https://ipcheck.proofpoint.com/', ends: ['pphosted.com'] },
  { provider: 'Mimecast', url: 'https://community.mimecast.com/', ends: ['mimecast.com', 'mimecast.co.za'] },
  { provider: 'Barracuda', url: 'https://www.barracudacentral.org/', ends: ['barracudanetworks.com'] },
];

/** The pages of those who run these mail servers, as far as they are known; each once. */
export function providerPages(exchanges: readonly string[]): ProviderPage[] {
  const pages = exchanges.flatMap((exchange) => {
    const name = exchange.toLowerCase().replace(/\.$/, '');
    return PAGES.find(({ ends }) => ends.some((end) => name === end || name.endsWith(`.${end}`))) ?? [];
  });
  return [...new Set(pages)].map(({ provider, url }) => ({ provider, url }));
}
