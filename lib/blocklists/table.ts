import type { Blocklist } from './blocklist';

/** When the table was last compared with its sources, which are in `docs/blocklists.md`. */
export const TABLE_DATE = '2026-11-30';

const UCEPROTECT = {
  operator: 'UCEPROTECT-Network',
  holds: ['ipv4'],
  weight: 'few',
  codes: { kind: 'values', words: {} },
  terms: null,
  isOpen: true,
} as const;
const UCEPROTECT_PAGE = 'https://www.uceprotect.net/en/rblcheck.php';

/** The lists that are known here, the weightiest first. */
export const BLOCKLISTS: readonly Blocklist[] = [
  {
    zone: 'zen.spamhaus.org',
    operator: 'Spamhaus',
    holds: ['ipv4', 'ipv6'],
    about:
      'SBL, CSS, XBL and PBL in one: sources of spam, infected machines, and addresses that are not meant to send mail.',
    weight: 'many',
    codes: {
      kind: 'values',
      words: {
        '127.0.0.2': 'SBL: source of spam, or service for spammers',
        '127.0.0.3': 'CSS: mail of low reputation, found automatically',
        '127.0.0.4': 'XBL: infected or abused machine',
        '127.0.0.9': 'DROP: network in the hands of criminals',
        '127.0.0.10': 'PBL: its provider says that it sends no mail directly',
        '127.0.0.11': 'PBL: Spamhaus takes it for an address that sends no mail directly',
        '127.0.0.30': 'BCL: server that controls a botnet',
      },
    },
    removal: {
      how: 'End the cause, then ask for removal there; PBL entries can be lifted at once.',
      url: 'https://check.spamhaus.org/',
    },
    terms:
      'Free for little mail and no commerce; who asks through public or very busy resolvers, or from hosts whose reverse DNS names nobody, is refused.',
    isOpen: true,
  },
  {
    zone: 'b.barracudacentral.org',
    operator: 'Barracuda Networks',
    holds: ['ipv4'],
    about: 'Addresses that sent spam to traps or customers of Barracuda.',
    weight: 'many',
    codes: { kind: 'values', words: {} },
    removal: { how: 'Ask for removal there.', url: 'https://www.barracudacentral.org/rbl/removal-request' },
    terms: 'Free after registration of the address that asks.',
    isOpen: false,
  },
  {
    zone: 'bl.spamcop.net',
    operator: 'Cisco SpamCop',
    holds: ['ipv4'],
    about: 'Addresses that sent mail which SpamCop users reported, or that reached its traps.',
    weight: 'some',
    codes: { kind: 'values', words: {} },
    removal: { how: 'Entries end by themselves when reports stop.', url: 'https://www.spamcop.net/bl.shtml' },
    terms: null,
    isOpen: true,
  },
  {
    zone: 'psbl.surriel.com',
    operator: 'PSBL',
    holds: ['ipv4'],
    about: 'Addresses that sent mail to its traps.',
    weight: 'some',
    codes: { kind: 'values', words: {} },
    removal: { how: 'Anybody can remove an address there.', url: 'https://psbl.org/remove' },
    terms: null,
    isOpen: true,
  },
  {
    zone: 'bl.mailspike.net',
    operator: 'Mailspike',
    holds: ['ipv4'],
    about: 'Addresses of bad reputation, or seen in a wave of spam.',
    weight: 'some',
    codes: {
      kind: 'values',
      words: {
        '127.0.0.2': 'Z: part of a wave of spam right now',
        '127.0.0.10': 'L5: very bad reputation',
        '127.0.0.11': 'L4: bad reputation',
        '127.0.0.12': 'L3: low reputation',
      },
    },
    removal: { how: 'End the cause; the site tells how it rates an address.', url: 'https://mailspike.org/' },
    terms: 'Free up to 100,000 queries a day.',
    isOpen: true,
  },
  {
    ...UCEPROTECT,
    zone: 'dnsbl-1.uceprotect.net',
    about: 'UCEPROTECT level 1: single addresses that sent mail to its traps.',
    removal: {
      how: 'Entries end after seven days without new spam; removal for money is not needed.',
      url: UCEPROTECT_PAGE,
    },
  },
  {
    ...UCEPROTECT,
    zone: 'dnsbl-2.uceprotect.net',
    about: 'UCEPROTECT level 2: whole networks, whoever uses the address, because others in them sent spam.',
    removal: { how: 'Only the provider of the network can change that.', url: UCEPROTECT_PAGE },
  },
  {
    ...UCEPROTECT,
    zone: 'dnsbl-3.uceprotect.net',
    about: 'UCEPROTECT level 3: all networks of a provider, because many in them sent spam.',
    removal: { how: 'Only the provider can change that.', url: UCEPROTECT_PAGE },
  },
  {
    zone: 'dnsbl.dronebl.org',
    operator: 'DroneBL',
    holds: ['ipv4'],
    about: 'Machines that were abused: drones, open proxies, sources of password guessing.',
    weight: 'few',
    codes: { kind: 'values', words: {} },
    removal: { how: 'Clean the machine, then ask for removal there.', url: 'https://dronebl.org/lookup' },
    terms: null,
    isOpen: true,
  },
  {
    zone: 'truncate.gbudb.net',
    operator: 'GBUdb',
    holds: ['ipv4'],
    about: 'Addresses from which almost nothing but spam and malware was seen.',
    weight: 'few',
    codes: { kind: 'values', words: {} },
    removal: {
      how: 'There are no requests: entries end by themselves when the spam does.',
      url: 'https://www.gbudb.com/',
    },
    terms: null,
    isOpen: true,
  },
  {
    zone: 'dbl.spamhaus.org',
    operator: 'Spamhaus',
    holds: ['name'],
    about: 'Domains of bad reputation in mail: as sender, HELO name, reverse name or link.',
    weight: 'many',
    codes: {
      kind: 'values',
      words: {
        '127.0.1.2': 'domain of low reputation',
        '127.0.1.4': 'phishing',
        '127.0.1.5': 'malware',
        '127.0.1.6': 'control of a botnet',
        '127.0.1.102': 'legitimate domain that was abused',
        '127.0.1.103': 'redirector that was abused',
        '127.0.1.104': 'legitimate domain that was abused for phishing',
        '127.0.1.105': 'legitimate domain that was abused for malware',
        '127.0.1.106': 'legitimate domain that was abused to control a botnet',
      },
    },
    refusals: ['127.0.1.255'],
    removal: { how: 'End the cause, then ask for removal there.', url: 'https://check.spamhaus.org/' },
    terms:
      'Free for little mail and no commerce; who asks through public or very busy resolvers, or from hosts whose reverse DNS names nobody, is refused.',
    isOpen: true,
  },
  {
    zone: 'multi.surbl.org',
    operator: 'SURBL',
    holds: ['name'],
    about: 'Domains of links in spam.',
    weight: 'some',
    codes: {
      kind: 'bits',
      words: {
        8: 'PH: phishing',
        16: 'MW: malware',
        64: 'ABUSE: spam',
        128: 'CR: a site that was broken into',
      },
    },
    refusals: ['127.0.0.1'],
    test: { listed: 'test.surbl.org', unlisted: 'example.com' },
    removal: { how: 'End the cause, then ask for removal there.', url: 'https://surbl.org/' },
    terms: 'Free for few queries.',
    isOpen: true,
  },
  {
    zone: 'multi.uribl.com',
    operator: 'URIBL',
    holds: ['name'],
    about: 'Domains of links in spam.',
    weight: 'some',
    codes: {
      kind: 'bits',
      words: { 2: 'black: used by spammers', 4: 'grey: in unwanted bulk mail', 8: 'red: under observation' },
    },
    refusals: ['127.0.0.1'],
    test: { listed: 'test.uribl.com', unlisted: 'example.com' },
    removal: {
      how: 'End the cause, then ask for removal there, with an account.',
      url: 'https://uribl.com/',
    },
    terms: 'Free for few queries; busy and shared resolvers are refused.',
    isOpen: true,
  },
];
