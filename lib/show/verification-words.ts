import type { Verification } from '@/lib/verify/verification';
import type { Tone } from './words';

/** One thing that was verified, and what is proven by it. */
export interface VerifiedPoint {
  id: 'digest' | 'own' | 'seen' | 'judgement';
  tone: Tone;
  title: string;
  says: string;
}

/** The answer in a sentence: the worst of what was found. */
export function verificationTitle({ digest, seen, judgement, own }: Verification): {
  tone: Tone;
  title: string;
} {
  if (own.state === 'other')
    return {
      tone: 'bad',
      title: 'Not what was seen here: this installation has other evidence for this check.',
    };
  if (digest.state === 'differs')
    return { tone: 'bad', title: 'Altered: the evidence is not what the digest was made of.' };
  if (seen.state === 'otherwise')
    return { tone: 'bad', title: 'The evidence is unaltered, but the report shows something else.' };
  if (judgement.state === 'otherwise')
    return {
      tone: 'bad',
      title: 'What was seen is unaltered; the conclusions in the file do not follow from it.',
    };
  if (own.state === 'same')
    return { tone: 'good', title: 'Genuine: this installation has this check, with the same evidence.' };
  if (digest.state === 'matches')
    return { tone: 'good', title: 'Unaltered: the evidence is what its digest was made of.' };
  return { tone: 'unknown', title: 'It cannot be told whether this report was altered.' };
}

/** What was verified, one after the other. */
export function verifiedPoints(verification: Verification): VerifiedPoint[] {
  return [
    digestPoint(verification),
    ownPoint(verification),
    seenPoint(verification),
    judgementPoint(verification),
  ];
}

function digestPoint({ digest: { state } }: Verification): VerifiedPoint {
  const id = 'digest';
  switch (state) {
    case 'matches':
      return {
        id,
        tone: 'good',
        title: 'The digest matches',
        says: 'The digest made of the evidence in the file is the one that the file states. This does not prove who made it: whoever writes a file can make a digest for it. Compare the digest with one that you have from elsewhere, such as the page of the check.',
      };
    case 'differs':
      return {
        id,
        tone: 'bad',
        title: 'The digest does not match',
        says: 'The digest made of the evidence in the file is another one than the file states: the evidence, or the digest, was changed after the digest was made. What follows is about the evidence as it stands in the file.',
      };
    case 'not-stated':
      return {
        id,
        tone: 'unknown',
        title: 'The file states no digest',
        says: 'A digest was made of the evidence; there is none in the file to compare it with.',
      };
    case 'no-evidence':
      return {
        id,
        tone: 'unknown',
        title: 'No digest can be made',
        says: 'The file has the report, and not the events of which its digest is made; older versions of mxproof wrote such files, and links that hide local parts give them. Whether anything was changed in it cannot be seen from the file alone. Download report.json again from the page of the check.',
      };
  }
}

function ownPoint({ own: { state, isEndSame }, digest }: Verification): VerifiedPoint {
  const id = 'own';
  const ending =
    isEndSame === false
      ? ' How and when the check ended is told otherwise in the file; no digest covers that.'
      : '';
  switch (state) {
    case 'same':
      return {
        id,
        tone: isEndSame === false ? 'wait' : 'good',
        title: 'This installation has the same check',
        says:
          (digest.made === null
            ? 'A check with this id is kept here, and what the file shows as seen is what was seen in it.'
            : 'A check with this id is kept here with the same digest: the evidence in the file is the evidence that is kept here.') +
          ending,
      };
    case 'other':
      return {
        id,
        tone: 'bad',
        title: 'This installation has something else',
        says: 'A check with this id is kept here, and its evidence is not that of the file. Trust the page of the check.',
      };
    case 'not-ended':
      return {
        id,
        tone: 'unknown',
        title: 'The check here has not ended',
        says: 'A check with this id is under way here; it has no digest yet.',
      };
    case 'damaged':
      return {
        id,
        tone: 'unknown',
        title: 'The copy here cannot be read',
        says: 'A check with this id is kept here, but it is damaged, so it proves nothing about the file.',
      };
    case 'none':
      return {
        id,
        tone: 'unknown',
        title: 'This installation has no such check',
        says: 'Nobody here can say who made the file. If it is from another installation, ask there for the page of the check, and compare the digests.',
      };
  }
}

function seenPoint({ seen: { state, deviations }, judgement }: Verification): VerifiedPoint {
  const id = 'seen';
  switch (state) {
    case 'as-evidence':
      return {
        id,
        tone: 'good',
        title: 'The report shows what its evidence holds',
        says: 'Target, options, DNS, route and sessions were made again from the evidence, and are the same.',
      };
    case 'otherwise':
      return {
        id,
        tone: 'bad',
        title: `The report shows something else than its evidence, in ${places(deviations.count)}`,
        says: 'Either somebody changed it, or it was written by a version of mxproof that shows the same evidence in another way. What the digest covers is the evidence.',
      };
    case 'not-compared':
      return {
        id,
        tone: 'unknown',
        title: 'The report was not compared with its evidence',
        says:
          judgement.state === 'not-judged'
            ? 'The evidence is of a form that this version of mxproof cannot read.'
            : 'The file holds no evidence to compare it with.',
      };
  }
}

function judgementPoint({
  judgement: { state, deviations, areSeveritiesOther },
  check,
  today,
}: Verification): VerifiedPoint {
  const id = 'judgement';
  const severities = areSeveritiesOther
    ? ' Severities of findings differ from those here: an operator may choose them.'
    : '';
  switch (state) {
    case 'same':
      return {
        id,
        tone: 'good',
        title: 'Verdict and findings follow from the evidence',
        says: `They were drawn again by the same rules (${today?.rules ?? ''}), and are the same to the letter.${severities}`,
      };
    case 'otherwise':
      return {
        id,
        tone: 'bad',
        title: `Verdict or findings do not follow from the evidence, in ${places(deviations.count)}`,
        says: `The file says that it was judged by rules ${check.rules ?? ''}, which are those of this installation; drawn again, they are not the same. Either somebody changed them, or another version of mxproof chose other words.${severities}`,
      };
    case 'other-rules':
      return {
        id,
        tone: 'unknown',
        title: 'Verdict and findings are of other rules',
        says: `The file says that it was judged by rules ${check.rules ?? 'of no number'}; here are rules ${today?.rules ?? ''}. What those concluded cannot be made again here. What the rules of today conclude stands below.${severities}`,
      };
    case 'not-judged':
      return {
        id,
        tone: 'unknown',
        title: 'Verdict and findings could not be drawn again',
        says: 'The evidence is of a form that the rules of this version of mxproof cannot judge.',
      };
  }
}

function places(count: number): string {
  return count === 1 ? 'one place' : `${count} places`;
}

/** What no digest covers. */
export const NOT_COVERED =
  'The digest covers what was asked and what was seen. It does not cover the id, how and when the check ended, the bounce it was started from, or how it is repeated; verdict and findings are conclusions, which are drawn again instead.';
