/** What is different from one listening address of a mail server to the next. */
const VARIANTS = ['plain', 'trusted', 'expired', 'other-name'] as const;
export type Variant = (typeof VARIANTS)[number];

export const MTAS = ['postfix', 'exim', 'opensmtpd'] as const;
export type MtaName = (typeof MTAS)[number];

/** One listening address of one mail server: the exchange of a mail domain of its own. */
export interface MtaPlace {
  variant: Variant;
  domain: string;
  host: string;
  address: string;
}

/** The four places of a mail server, in a network of their own: 127.25.N.1 to .4. */
export function placesOf(mta: MtaName): MtaPlace[] {
  return VARIANTS.map((variant, index) => {
    const domain = `${variant}.${mta}.mta.test`;
    return { variant, domain, host: `mx.${domain}`, address: `127.25.${MTAS.indexOf(mta) + 1}.${index + 1}` };
  });
}

/** Postfix behind postscreen. */
export const SCREENED: MtaPlace = {
  variant: 'plain',
  domain: 'screened.mta.test',
  host: 'mx.screened.mta.test',
  address: '127.25.9.1',
};

/** A domain that leads to a server which knows nothing of it. */
export function foreignDomain(mta: MtaName): string {
  return `foreign.${mta}.mta.test`;
}

/** The HELO name that every one of them refuses. */
export const REFUSED_HELO = 'refused.shop.test';

/** How every one of them answers for its mailboxes; others are unknown. */
export const MAILBOXES = {
  known: null,
  full452: '452 4.2.2 The mailbox is full, try again later',
  full552: '552 5.2.2 The mailbox is full',
} as const;

/** Mailbox that is sent away at first and accepted at a second try. */
export const GREYLISTED = 'later';

/** The zone `mta.test.` with all of these. */
export function mtaRecords(): string {
  const places = [...MTAS.flatMap(placesOf), SCREENED];
  const known = places.map(
    ({ domain, host, address }) => `${domain}. 300 MX 10 ${host}.\n${host}. 300 A ${address}`,
  );
  const foreign = MTAS.map((mta) => `${foreignDomain(mta)}. 300 MX 10 ${placesOf(mta)[0]?.host ?? ''}.`);
  return [...known, ...foreign].join('\n');
}
