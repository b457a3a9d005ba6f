/** Software that names itself in its notices, or in fields of its own. */
const WRITERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Postfix', /^\W{0,8}this is the (?:mail system|postfix program) at host|^x-postfix-queue-id:/im],
  ['OpenSMTPD', /^\W{0,8}this is the mailer-daemon, please do not reply/im],
  ['qmail', /this is the qmail-send program at/i],
  ['Courier', /running the courier mail server/i],
  ['James', /this is the james mail server at/i],
  ['DragonFly', /this is the dragonfly mail agent/i],
  ['PowerMTA', /^x-powermta-/im],
  ['Exim', /created automatically by mail delivery software/i],
];

/** Characters in which it does so. */
const MAX_SEARCHED = 8_000;

/** Who wrote a notice, by its own words or the fields of its delivery status; null when it does not say. */
export function writerIn(texts: readonly string[]): string | null {
  const searched = texts.map((text) => text.slice(0, MAX_SEARCHED));
  return WRITERS.find(([, pattern]) => searched.some((text) => pattern.test(text)))?.[0] ?? null;
}
