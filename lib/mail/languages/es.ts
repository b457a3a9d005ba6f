import type { Language } from './language';

export const SPANISH: Language = {
  failureSubjects: [
    /no se (?:puede|pudo|ha podido) entregar|no entregad|error de entrega|correo (?:devuelto|no entregado)|notificaci[oó]n de estado de entrega|fallo (?:de|en la) entrega/iu,
  ],
  failures: [/(?:no (?:se )?(?:pud|pued|ha|fue|han|entreg))\w*[^.!?]{0,60}(?:entreg|envi|recib)?/i],
  automaticReplies: /^respuesta automática/iu,
  forwarded: /mensaje (?:reenviado|original)/i,
};
