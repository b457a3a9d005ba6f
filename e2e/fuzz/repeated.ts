import fc from 'fast-check';

/** Octets of the longest input: as much of one part of a mail as is read, and more than any session may send. */
const MAX_INPUT = 200_000;

/**
 * Inputs of up to `MAX_INPUT` characters of which a parser may find the same again and again: a frame, under which it
 * reads them at all, then pieces of few tokens, each repeated up to the end of its share.
 */
export function repeated(tokens: readonly string[], frames: readonly string[] = ['']): fc.Arbitrary<string> {
  const token = fc.constantFrom(...tokens);
  const piece = fc
    .tuple(fc.array(token, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 100 }))
    .map(([parts, share]) => ({ piece: parts.join(''), share }));
  return fc
    .tuple(
      fc.constantFrom(...frames),
      fc.array(piece, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 50, max: 100 }),
      fc.array(token, { maxLength: 4 }),
    )
    .map(([frame, pieces, filled, end]) => {
      const room = Math.floor(((MAX_INPUT - frame.length) * filled) / 100);
      const whole = pieces.reduce((sum, { share }) => sum + share, 0);
      const body = pieces.map(({ piece: one, share }) =>
        one.repeat(Math.max(1, Math.floor((room * share) / whole / one.length))),
      );
      return `${frame}${body.join('')}${end.join('')}`.slice(0, MAX_INPUT);
    });
}
