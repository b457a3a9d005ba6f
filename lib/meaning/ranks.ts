/** What the patterns of a rank are read over: the three digits, the enhanced status, the whole reply, or its normalised words. */
export type Reads = 'code' | 'status' | 'reply' | 'words';

/**
 * The one order in which rows decide: the first rank with a row that fits, and in a rank the first row of its table. Words
 * that can mean one thing only stand above the registered status codes, since many servers send 5.1.1 or 5.7.1 with whatever
 * they refuse; words that are used for several things stand below them.
 */
export const RANKS = [
  { name: 'acceptance', reads: 'code', why: 'RFC 5321 §4.2.1: an acceptance is one, whatever its words' },
  {
    name: 'list-trouble',
    reads: 'reply',
    why: 'a blocklist that has ended or was not answered says nothing of the sender',
  },
  { name: 'provider', reads: 'reply', why: 'what a provider means by its own codes and words' },
  {
    name: 'unfinished',
    reads: 'words',
    why: 'the other side has not yet found out whether the address exists',
  },
  { name: 'greylisting', reads: 'words', why: 'whatever it is told to be new about' },
  { name: 'command-order', reads: 'words', why: 'commands at the wrong time' },
  { name: 'broken-part', reads: 'words', why: 'a part of the receiving system fails, whatever it looks for' },
  {
    name: 'cut-off',
    reads: 'words',
    why: 'a session that broke off says nothing of the command at which it did',
  },
  { name: 'authentication', reads: 'words', why: 'SPF, DKIM or DMARC by name, whoever is listed beside it' },
  { name: 'dns-silent', reads: 'words', why: 'no answer from a resolver says nothing of the name' },
  { name: 'loop', reads: 'words', why: 'a circle is never meant as anything else' },
  { name: 'links', reads: 'words', why: 'what the message holds, whoever is listed besides' },
  { name: 'no-domain', reads: 'words', why: 'DNS has no such name, and nobody was asked for a mailbox' },
  {
    name: 'blocked-by-person',
    reads: 'words',
    why: 'a person, and no list of addresses, refuses the sender',
  },
  { name: 'listed', reads: 'words', why: 'a list is spoken of, or named' },
  { name: 'virus', reads: 'words', why: 'malware and kinds of files' },
  { name: 'sending-limit', reads: 'words', why: 'how much somebody may send, not keep' },
  { name: 'quota', reads: 'words', why: 'how much somebody may keep' },
  { name: 'expired', reads: 'words', why: 'the time is over, whatever the last try came to' },
  { name: 'size', reads: 'words', why: 'the size of the message' },
  { name: 'full', reads: 'words', why: 'room that is used up, in looser words' },
  {
    name: 'login',
    reads: 'words',
    why: 'users are told to log in, as by those who let their own users send',
  },
  { name: 'encryption', reads: 'words', why: 'TLS and certificates' },
  { name: 'unauthenticated', reads: 'words', why: 'authentication of the sender domain in other words' },
  { name: 'identity', reads: 'words', why: 'reverse name and HELO name' },
  { name: 'relaying', reads: 'words', why: 'passing mail on is refused' },
  { name: 'members', reads: 'words', why: 'who may write to a list or group' },
  { name: 'sender-domain', reads: 'words', why: 'the sender address or its domain' },
  { name: 'rate', reads: 'words', why: 'too much in a short time' },
  { name: 'disabled', reads: 'words', why: 'closed, and therefore known' },
  { name: 'registered', reads: 'status', why: 'enhanced status codes that mean one thing (RFC 5248)' },
  { name: 'unknown-recipient', reads: 'words', why: 'said of nothing but a recipient' },
  { name: 'spam', reads: 'words', why: 'the message is judged' },
  { name: 'blocked', reads: 'words', why: 'the sending machine is refused, in looser words' },
  {
    name: 'no-connection',
    reads: 'words',
    why: 'mailboxes named beside a broken session are not what it is about',
  },
  { name: 'not-ours', reads: 'words', why: 'the domain is not served here' },
  { name: 'no-mail', reads: 'words', why: 'the host or domain takes none' },
  { name: 'sender', reads: 'words', why: 'the sender is refused, in looser words' },
  { name: 'credentials', reads: 'words', why: 'logins and passwords' },
  { name: 'list', reads: 'words', why: 'lists and groups in looser words' },
  { name: 'closed', reads: 'words', why: 'mailboxes that are closed, in looser words' },
  { name: 'moved', reads: 'words', why: 'another address' },
  { name: 'no-such-host', reads: 'words', why: 'a name was asked for, and there is none' },
  { name: 'recipient', reads: 'words', why: 'recipients that are not known, in looser words' },
  { name: 'dns-trouble', reads: 'words', why: 'names could not be looked up' },
  { name: 'no-such-domain', reads: 'words', why: 'domains in looser words' },
  { name: 'format', reads: 'words', why: 'how the message is written' },
  { name: 'policy-named', reads: 'words', why: 'a rule is named, and no reason' },
  { name: 'too-old', reads: 'words', why: 'waited too long, in looser words' },
  { name: 'network', reads: 'words', why: 'connections and look-ups in looser words' },
  { name: 'busy', reads: 'words', why: 'load and maintenance' },
  { name: 'command', reads: 'words', why: 'commands and parameters' },
  { name: 'system', reads: 'words', why: 'parts of a system in looser words' },
  { name: 'general-status', reads: 'status', why: 'enhanced status codes that leave much open (RFC 3463)' },
  { name: 'refusal', reads: 'words', why: 'refused, and nothing else said' },
  { name: 'trouble', reads: 'words', why: 'trouble without a name, which may be anybody’s' },
  {
    name: 'reply-code',
    reads: 'code',
    why: 'what three digits mean when nothing else tells (RFC 5321 §4.2.3)',
  },
] as const satisfies readonly { name: string; reads: Reads; why: string }[];

export type Rank = (typeof RANKS)[number]['name'];
