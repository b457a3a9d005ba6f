import type { Language } from './language';

export const GERMAN: Language = {
  failureSubjects: [
    /unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|fehler bei der nachrichtenzustellung|nicht (?:zugestellt|übermittelt)|zustellungsfehler|zustellbenachrichtigung/i,
  ],
  failures: [
    /(?:nicht|konnte\w*|kann)\b[^.!?]{0,80}\b(?:zugestellt|zustell\w*|gesendet|übermittelt|ausgeliefert)/i,
  ],
  automaticReplies: /^(?:auto(?:matic|mated|-)? ?antwort|automatische (?:antwort|abwesenheit)|abwesen)/i,
  forwarded: /(?:weitergeleitete|ursprüngliche) nachricht/i,
};
