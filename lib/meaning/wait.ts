/** Units of time as servers write them, in seconds. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|se[ckg])/, 1],
  [/^(?:сек|秒)/, 1],
  [/^(?:m|мин|分)/, 60],
  [/^(?:h|std|stund|ora|ore|uur|час|小?时|時間)/, 3600],
  [/^(?:d|tag|jour|giorn|дн|день|天|日)/, 86_400],
];
const UNIT =
  's|secs?|seconds?|sekunden?|secondes?|segundos?|secondi|sec|m|mins?|minutes?|minuten?|minutos?|minuti|h|hrs?|hours?|stunden?|heures?|horas?|ore|uur|d|days?|tage?n?|jours?|dias?|giorni|сек\\S*|мин\\S*|час\\S*|дн\\S*|秒|分钟?|小时|時間|天|日';
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  eine: 1,
  einer: 1,
  une: 1,
  una: 1,
  un: 1,
  uma: 1,
};
const NUMBER = `\\d{1,6}|${Object.keys(NUMBERS).join('|')}`;
const AMOUNT = `(${NUMBER})\\s{0,3}(${UNIT})(?![\\w/])`;

/** Words after which a time to wait is named; a number of anything else may stand anywhere. */
const NAMED = new RegExp(
  `(?<![\\w-])(?:in|for|after|wait(?:ing)?|within|another|least|by|retry|again|dans|en|tra|fra|em|za|через|over|listed|listing)[ :=]{1,3}(?:about |around |at least |another |the next |approximately )?${AMOUNT}(?:,? (?:and |und |et |y |e )?${AMOUNT})?(?! of (?:inactivity|idle|silence))`,
  'giu',
);
const CLOCK = /\b(?:in|for|after|wait)\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\b/i;
const COUNTED =
  /(?:time-?out|timed out|inactive|idle|\d|messages?|mails?|connections?|recipients?|attempts?|errors?|sent|received|limit(?:ed)?)\s*$/i;

/** How long a reply asks to wait, in seconds; null when it names no time, or one that is a limit of something else. */
export function waitSeconds(text: string): number | null {
  const clock = CLOCK.exec(text);
  if (clock !== null) {
    const [, first = '0', second = '0', third] = clock;
    return third === undefined
      ? Number(first) * 60 + Number(second)
      : Number(first) * 3600 + Number(second) * 60 + Number(third);
  }
  for (const match of text.matchAll(NAMED)) {
    if (COUNTED.test(text.slice(Math.max(0, match.index - 24), match.index))) continue;
    const [, amount, unit, more, smaller] = match;
    return seconds(amount, unit) + seconds(more, smaller);
  }
  return null;
}

function seconds(amount: string | undefined, unit: string | undefined): number {
  if (amount === undefined || unit === undefined) return 0;
  const factor = UNITS.find(([pattern]) => pattern.test(unit.toLowerCase()))?.[1] ?? 1;
  return (NUMBERS[amount.toLowerCase()] ?? Number(amount)) * factor;
}
