import type { Language } from './language';

export const FRENCH: Language = {
  failureSubjects: [
    /non[- ]?(?:remis|distribu|délivr)|échec (?:de (?:la )?)?(?:remise|livraison|distribution)|notification d'état de remise|courrier non/iu,
  ],
  failures: [/(?:n'a|n'ont|n’a|ne|non|pas)\b[^.!?]{0,60}\b(?:remis|distribu|délivr|livr|achemin)/i],
  automaticReplies: /^réponse automatique/iu,
  forwarded: /message (?:transféré|d'origine)/iu,
};
