/** A blocklist that is no longer kept. Where its domain has new owners, every query is answered: it lists everybody. */
export interface EndedList {
  /** The domain below which its zones stand. */
  domain: string;
  /** When it ended: a year, a month or a day. */
  ended: string;
  source: string;
}

/** Looked up on 2026-11-28. A server that still asks one of them has to take it out of its configuration. */
export const ENDED_LISTS: readonly EndedList[] = [
  { domain: 'ordb.org', ended: '2006', source: 'securityandthe.net/2009/03/10/dsbl-blacklist-gone' },
  { domain: 'dsbl.org', ended: '2008', source: 'securityandthe.net/2009/03/10/dsbl-blacklist-gone' },
  { domain: 'ahbl.org', ended: '2014-04', source: 'github.com/sovereign/sovereign/issues/232' },
  {
    domain: 'virbl.dnsbl.bit.nl',
    ended: '2017-01',
    source: 'rollernet.us/2017/01/shutdown-of-virbl-dnsbl-bit-nl',
  },
  { domain: 'spamcannibal.org', ended: '2019-05-30', source: 'dnsbl.info/bl-spamcannibal-org.php' },
  {
    domain: 'emailbasura.org',
    ended: '2019-10',
    source: 'dnsbl.com/2019/10/status-of-blemailbasuraorg-dead.html',
  },
  { domain: 'megarbl.net', ended: '2019-11', source: 'dnsbl.com/2019/11' },
  { domain: 'dnsbl.inps.de', ended: '2020-05-25', source: 'dnsbl.com/2020/05' },
  {
    domain: 'sorbs.net',
    ended: '2024-06-05',
    source: 'techzine.eu/news/security/120916/proofpoint-discontinues-anti-spam-service-sorbs',
  },
  { domain: 'ix.dnsbl.manitu.net', ended: '2025-01-16', source: 'heise.de/-10248714' },
];
