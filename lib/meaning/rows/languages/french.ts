import { spoken } from './spoken';

export const FRENCH = spoken('french', {
  greylisted: { patterns: ['liste grise'], example: '451 Mis en liste grise' },
  blocked: {
    patterns: [
      'liste noire',
      'listes? de blocage',
      'adresse ip .{0,40}(?:bloque|refuse|rejete|interdit)',
      'ip .{0,20}bloquee?\\b',
    ],
    example: '554 Votre adresse IP est bloquée',
  },
  'spam-content': {
    patterns: [
      'courrier indesirable',
      'indesirable',
      'pourriel',
      '(?:consideree?|identifiee?|detectee?|refusee?|rejetee?) (?:comme|pour) .{0,20}spam',
      'contenu .{0,30}(?:spam|refuse|interdit|bloque)',
    ],
    example: '550 Courrier indésirable',
  },
  virus: {
    patterns: ['logiciel malveillant', 'piece jointe .{0,30}(?:interdit|bloque|refuse|dangereu)'],
    example: '550 Pièce jointe interdite',
  },
  'message-too-large': {
    patterns: ['trop (?:gros|volumineu|lourd|grand|long)', 'taille .{0,30}(?:depass|maxim|excessi|limite)'],
    example: '552 Message trop volumineux',
  },
  'mailbox-full': {
    patterns: [
      'boite (?:aux lettres |e-?mail |mail |de reception )?.{0,30}(?:pleine|saturee)',
      'quota .{0,20}(?:depasse|atteint)',
      'depassement de quota',
      'espace .{0,20}insuffisant',
    ],
    example: '552 Boîte pleine',
  },
  'mailbox-unknown': {
    patterns: [
      '(?:destinataire|utilisateur|adresse|boite|compte|usager|abonne)\\w* .{0,60}(?:inconnue?|n.existe|n.est pas (?:re)?connu|introuvable|invalide|inexistante?|non valide|errone)',
      '(?:aucun|pas d.)\\s?(?:utilisateur|destinataire|compte|boite)',
      'adresse .{0,20}incorrecte',
    ],
    example: '550 Utilisateur inconnu',
  },
  'mailbox-disabled': {
    patterns: [
      '(?:compte|boite|utilisateur|destinataire|adresse|messagerie)\\w* .{0,50}(?:desactive|suspendue?|ferme|bloque|inactif|inactive|resilie|verrouille|archive|n.est plus active?)',
    ],
    example: '550 Compte suspendu par son gestionnaire',
  },
  moved: {
    patterns: ['nouvelle adresse', 'ne travaille plus'],
    example: '551 Nouvelle adresse du correspondant',
  },
  'domain-unknown': {
    patterns: [
      'domaine .{0,40}(?:inconnu|n.existe|introuvable|inexistant|invalide)',
      '(?:aucun|pas de) domaine',
    ],
    example: '550 Aucun domaine de ce nom',
  },
  'relay-denied': {
    patterns: ['relais .{0,20}(?:refuse|interdit|non autorise|denie)'],
    example: '550 Relais interdit',
  },
  'sender-rejected': {
    patterns: [
      'expediteur\\w* .{0,60}(?:inconnue?|invalide|refuse|rejete|interdit|bloque|n.existe|non (?:autoris|valid))',
    ],
    example: '550 Expéditeur refusé',
  },
  'sender-identity': {
    patterns: ['(?:resolution|nom) inverse', 'reverse[- ]?dns.{0,30}(?:manquant|absent|inexistant|invalid)'],
    example: '550 Résolution inverse absente',
  },
  'auth-required': {
    patterns: [
      'authentification .{0,20}(?:requise|necessaire|obligatoire|echou|incorrecte)',
      's.authentifier',
      'mot de passe (?:incorrect|invalide|errone)',
    ],
    example: '530 Authentification requise',
  },
  'rate-limited': {
    patterns: [
      'trop (?:de|d.) ?(?:connexion|message|mail|destinataire|erreur|requete|tentative|courrier)',
      'limite .{0,30}(?:connexion|message|envoi)',
    ],
    example: '421 Trop de connexions',
  },
  'tls-required': {
    patterns: ['chiffrement .{0,20}(?:requis|obligatoire|necessaire)'],
    example: '530 Chiffrement obligatoire',
  },
  busy: {
    patterns: [
      '(?:serveur|service) .{0,30}(?:occupe|surcharge|indisponible|non disponible|sature)',
      'maintenance en cours',
    ],
    example: '421 Le serveur est surchargé',
  },
  'system-error': {
    patterns: [
      '(?:veuillez |merci de )?(?:reessayer|essayer plus tard|renvoyer plus tard)',
      'erreur (?:interne|temporaire|systeme)',
    ],
    example: '451 Veuillez réessayer',
  },
  loop: { patterns: ['boucle de (?:mail|courrier|message)'], example: '554 Boucle de messages' },
  policy: {
    patterns: ['refuse\\b', 'refusee?\\b', 'rejetee?\\b', 'interdit', 'non autorise'],
    example: '550 Non autorisé',
  },
});
