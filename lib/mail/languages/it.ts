import type { Language } from './language';

export const ITALIAN: Language = {
  failureSubjects: [
    /manca(?:to|ta) (?:recapito|consegna)|non (?:recapitat|consegnat)|notifica (?:dello )?stato (?:del )?recapito|messaggio non/i,
  ],
  failures: [
    /non (?:è|e'|sono|ha|può|e)\b[^.!?]{0,40}(?:recapitat|consegnat|inviat)|mancata consegna|mancato recapito/i,
  ],
  automaticReplies: /^risposta automatica/i,
  forwarded: /messaggio (?:inoltrato|originale)/i,
};
