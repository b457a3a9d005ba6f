import { spoken } from './spoken';

export const SPANISH = spoken('spanish', {
  greylisted: { patterns: ['lista gris'], example: '451 En lista gris' },
  blocked: {
    patterns: [
      'listas? negras?',
      '(?:direccion ip|su ip|la ip|ip) .{0,40}(?:bloquead|rechazad|vetad)',
      'lista de bloqueo',
    ],
    example: '554 Su IP figura en una lista negra',
  },
  'spam-content': {
    patterns: [
      'correo (?:no deseado|basura)',
      '(?:contener|contiene|como|por(?: ser)?|es) (?:spam|no deseado)',
      'contenido .{0,30}(?:spam|no permitido|rechazad|bloquead)',
    ],
    example: '550 Correo no deseado',
  },
  virus: {
    patterns: ['adjunto .{0,30}(?:no permitid|prohibid|bloquead)'],
    example: '550 Adjunto no permitido',
  },
  'message-too-large': {
    patterns: ['demasiado (?:grande|largo)', 'tamano .{0,30}(?:exced|maxim|supera|limite)'],
    example: '552 Mensaje demasiado grande',
  },
  'mailbox-full': {
    patterns: [
      '(?:buzon|casilla|bandeja|cuenta) .{0,30}llen[ao]',
      'sin espacio',
      'cuota .{0,20}(?:exced|superad|agotad)',
      '(?:excede|excedido|superado) (?:la|su) cuota',
    ],
    example: '552 El buzón está lleno',
  },
  'mailbox-unknown': {
    patterns: [
      '(?:destinatario|usuario|buzon|cuenta|direccion|casilla)\\w* .{0,60}(?:desconocid|no existe|no (?:se )?(?:ha )?encontr|no (?:es )?valid|inexistente|inval)',
      'no existe (?:el|la|ese|esa|este) (?:usuario|buzon|cuenta|direccion|destinatario|casilla)',
      '(?:usuario|destinatario|cuenta) (?:invalid|incorrect)',
    ],
    example: '550 El usuario no existe',
  },
  'mailbox-disabled': {
    patterns: [
      '(?:cuenta|buzon|usuario|casilla|destinatario)\\w* .{0,50}(?:deshabilitad|desactivad|inhabilitad|suspendid|bloquead|cerrad|inactiv|cancelad|dad[oa] de baja)',
    ],
    example: '550 La cuenta fue suspendida',
  },
  moved: { patterns: ['nueva direccion', 'ya no trabaja'], example: '551 Tiene una nueva dirección' },
  'domain-unknown': {
    patterns: [
      'no existe (?:el|ese|este) dominio',
      'dominio .{0,40}(?:desconocid|no existe|no (?:se )?encontr|inexistente|no valid)',
    ],
    example: '550 No existe el dominio',
  },
  'relay-denied': {
    patterns: ['retransmision .{0,20}(?:denegad|no permitid)'],
    example: '550 Retransmisión denegada',
  },
  'sender-identity': {
    patterns: ['dns inverso', 'resolucion inversa'],
    example: '550 Falta la resolución inversa',
  },
  'auth-required': {
    patterns: [
      'autenticacion .{0,20}(?:requerida|necesaria|obligatoria|fallid|incorrect)',
      'autenticarse',
      'contrasena (?:incorrecta|invalida)',
    ],
    example: '530 Autenticación requerida',
  },
  'rate-limited': {
    patterns: [
      'demasiad[oa]s (?:conexiones|mensajes|destinatarios|correos|intentos|errores)',
      'limite .{0,30}(?:conexi|mensaje|envio)',
    ],
    example: '421 Demasiadas conexiones',
  },
  'tls-required': {
    patterns: ['cifrado .{0,20}(?:requerido|obligatorio)'],
    example: '530 Cifrado obligatorio',
  },
  busy: {
    patterns: [
      'en mantenimiento',
      '(?:servidor|servicio) .{0,30}(?:ocupad|sobrecargad|no disponible|saturad)',
    ],
    example: '421 El servidor está ocupado',
  },
  'system-error': {
    patterns: [
      '(?:intente|intentelo|pruebe|reintente) .{0,20}(?:mas tarde|nuevo|luego)',
      'error (?:interno|temporal)',
    ],
    example: '451 Intente más tarde',
  },
  loop: { patterns: ['bucle de correo'], example: '554 Bucle de correo' },
  policy: { patterns: ['rechazad', 'denegad', 'no (?:permitid|autorizad)'], example: '550 Rechazado' },
  'sender-rejected': {
    patterns: [
      'remitente\\w* .{0,60}(?:desconocid|inval|rechazad|bloquead|no (?:existe|valid|permitid|autorizad))',
    ],
    example: '550 Remitente rechazado',
  },
});
