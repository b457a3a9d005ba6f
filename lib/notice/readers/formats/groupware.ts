import type { TextFormat } from './format';

/** Exchange, Microsoft 365, Domino, GroupWise: what they write for people. */
export const GROUPWARE: readonly TextFormat[] = [
  {
    name: 'Exchange',
    begins: /^(?:the following recipient\(s\) (?:could|cannot)|did not reach the following recipient)/i,
    hasNames: true,
  },
  {
    name: 'Exchange',
    begins: /^delivery (?:has failed|is delayed) (?:to|for) (?:these|this|the following) /i,
  },
  {
    name: 'Exchange',
    begins: /^the following recipients? (?:could not|cannot|can ?not) be reached/i,
    hasNames: true,
  },
  { name: 'Exchange', begins: /^delivery to the following recipients? (?:failed|was aborted)/i },
  {
    name: 'Exchange',
    begins: /^delivery to the following recipients? (?:has been|is|was) delayed/i,
    action: 'delayed',
  },
  {
    name: 'Domino',
    begins:
      /^\s*(?:n'a pas (?:été|pu être) (?:distribué|remis|délivré)|(?:konnte|wurde) nicht zugestellt werden|was nicht zugestellt|non (?:è stato|e' stato) (?:recapitato|consegnato)|no (?:se ha entregado|se entreg[oó]|ha sido entregado)|は次の宛先に配信されませんでした)[^@\n]{0,40}$/i,
  },
  { name: 'Domino', begins: /^\s*(?:was not delivered to|could not be delivered to):?\s*$/i },
  {
    name: 'GroupWise',
    begins:
      /^the (?:message that you sent|attached file) (?:was undeliverable to|had the following undeliverable)/i,
  },
];
