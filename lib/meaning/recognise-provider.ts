/** By text, banner, host name or certificate name; the first that fits counts. */
const PROVIDERS: readonly (readonly [string, RegExp])[] = [
  ['Gmail', /\bgsmtp\b|google(?:mail)?\.com|support\.google/i],
  ['Microsoft 365', /outlook\.com|protection\.outlook|office(?:365)?\.com|microsoft|hotmail|\bAS\(\d/i],
  ['Yahoo', /yahoo(?:dns)?\.|yahooinc|aol\.com/i],
  ['iCloud', /icloud\.com|apple\.com|mail\.me\.com/i],
  ['Proton', /proton(?:mail)?\.(?:ch|me|com)/i],
  ['Zoho', /zoho/i],
  ['GMX, Web.de, IONOS', /gmx\.|web\.de|ionos|kundenserver|perfora|1and1|nemesis/i],
  ['Orange', /orange\.fr|wanadoo|\bOF[RP]_\d/i],
  ['Mail.ru', /mail\.ru\b/i],
  ['Yandex', /yandex/i],
  ['QQ', /\bqq\.com/i],
  ['163', /\b(?:163|126|netease)\.(?:com|net)/i],
  ['Proofpoint', /proofpoint|pphosted|ppe-hosted/i],
  ['Mimecast', /mimecast/i],
  ['Barracuda', /barracuda/i],
  ['Cisco', /iphmx|ironport|senderbase|talosintelligence/i],
  ['Sophos', /sophos|reflexion\.net/i],
  ['Trend Micro', /trendmicro|mail-abuse\.com/i],
  ['SpamExperts', /spamexperts|antispamcloud/i],
  ['Postgrey', /postgrey/i],
  ['rspamd', /rspamd/i],
  ['amavis', /amavis/i],
  ['OpenSMTPD', /opensmtpd/i],
  ['Haraka', /haraka/i],
  ['Postfix', /postfix|in (?:local|virtual mailbox|virtual alias|relay) recipient table/i],
  ['Exim', /\bexim\b|unrouteable address/i],
  ['Exchange', /\bRESOLVER\.|STOREDRV|microsoft esmtp/i],
  ['Sendmail', /sendmail|check_rcpt|does not resolve/i],
  ['qmail', /qmail|rcpthosts|\(#[45]\.\d\.\d\)/i],
];

export function recogniseProvider(...seen: readonly string[]): string | null {
  const all = seen.join('\n').slice(0, 8192);
  return PROVIDERS.find(([, pattern]) => pattern.test(all))?.[0] ?? null;
}
