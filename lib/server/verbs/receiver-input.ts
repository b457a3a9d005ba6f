import { z } from 'zod';
import { parseRecipient } from '@/lib/target/wire-name';
import { credentialsIn } from '@/lib/url-credentials';
import { QuietHours } from '@/lib/watch/quiet';
import { type Receiver, ReceiverWay } from '@/lib/watch/watch';

const MAX_NAME = 60;
const MAX_ADDRESS = 2000;

const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Quiet hours are times such as 22:00.');

/** Quiet hours as people write them. */
const QuietTimes = z
  .strictObject({ from: Time, to: Time, timeZone: z.string().default('UTC') })
  .transform(({ from, to, timeZone }) => ({ from: minuteOf(from), to: minuteOf(to), timeZone }))
  .pipe(QuietHours);

/** What is said of a receiver. Whether the address is one of its way, `addressProblem` says. */
const ReceiverFields = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'A receiver needs a name.')
    .max(MAX_NAME, `A name may have at most ${MAX_NAME} characters.`)
    .regex(/^\P{C}*$/u, 'A name may not hold what cannot be seen.'),
  way: ReceiverWay,
  address: z
    .string()
    .trim()
    .max(MAX_ADDRESS, `An address may have at most ${MAX_ADDRESS} characters.`)
    .describe('a mail address, or the URL that is called'),
  quiet: QuietTimes.nullable(),
});

export const NewReceiver = ReceiverFields.extend({ quiet: ReceiverFields.shape.quiet.default(null) });

/** What is not given stays. */
export const ReceiverChange = ReceiverFields.partial();

/** As a form sends it: quiet hours are fields of their own, both empty for none. */
const FormFields = z
  .object({
    name: z.string(),
    way: ReceiverWay,
    address: z.string(),
    quietFrom: z.string().default(''),
    quietTo: z.string().default(''),
    timeZone: z.string().default('UTC'),
  })
  .transform(({ quietFrom: from, quietTo: to, timeZone, ...receiver }, context) => {
    if ((from === '') !== (to === ''))
      context.addIssue({
        code: 'custom',
        message: 'Quiet hours have a beginning and an end; leave both empty for none.',
      });
    return { ...receiver, quiet: from === '' ? null : { from, to, timeZone } };
  });

export const ReceiverOfForm = FormFields.transform((asked): z.input<typeof NewReceiver> => asked).pipe(
  NewReceiver,
);

/** An empty address stays as it is: a form does not show all of it. */
export const ReceiverChangeOfForm = FormFields.transform(
  ({ address, ...others }): z.input<typeof ReceiverChange> =>
    address.trim() === '' ? others : { ...others, address },
).pipe(ReceiverChange);

/** Why nobody can be told at this address by this way; null where that is possible. */
export function addressProblem({ way, address }: Pick<Receiver, 'way' | 'address'>): string | null {
  if (way === 'mail') return parseRecipient(address).ok ? null : 'This is no mail address.';
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    return 'This is no URL that begins with https:// or http://.';
  const credentials = credentialsIn(url);
  if (credentials === null || !/^[\x20-\x7e]*$/.test(`${credentials.name}${credentials.password}`))
    return 'The name and password of this URL may hold ASCII characters only, with percent signs as %25.';
  if (way === 'ntfy' && (url.search !== '' || url.hash !== ''))
    return 'The URL of ntfy ends with the topic: a token stands before the host, as in https://:TOKEN@ntfy.example.org/alerts.';
  if (way === 'ntfy' && !/\/[\w-]{1,64}$/.test(url.pathname))
    return 'The URL of ntfy ends with the topic, such as https://ntfy.sh/alerts.';
  return null;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
