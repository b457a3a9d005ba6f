import { spoken } from './spoken';

export const PORTUGUESE = spoken('portuguese', {
  greylisted: { patterns: ['lista cinza'], example: '451 Na lista cinza' },
  blocked: {
    patterns: ['lista de bloqueio', '(?:endereco ip|seu ip|ip) .{0,40}bloquead'],
    example: '554 Consta na lista de bloqueio',
  },
  'spam-content': {
    patterns: [
      '(?:como|por(?: ser)?|contem|e) spam',
      'lixo eletronico',
      'mensagem .{0,30}indesejad',
      'conteudo .{0,30}(?:spam|rejeitad|bloquead|nao permitid)',
    ],
    example: '550 A mensagem é indesejada',
  },
  virus: { patterns: ['anexo .{0,30}(?:nao permitid|proibid|bloquead)'], example: '550 Anexo não permitido' },
  'message-too-large': {
    patterns: ['tamanho .{0,30}(?:exced|maxim|limite|ultrapass)', 'muito grande'],
    example: '552 Tamanho máximo excedido',
  },
  'mailbox-full': {
    patterns: [
      '(?:caixa|conta) .{0,30}(?:cheia|lotada)',
      'cota .{0,20}(?:exced|ultrapass)',
      'espaco .{0,20}(?:insuficiente|esgotado)',
    ],
    example: '552 A caixa está cheia',
  },
  'mailbox-unknown': {
    patterns: [
      '(?:usuario|destinatario|endereco|contas?|caixas?)\\b\\w* .{0,60}(?:desconhecid|nao (?:existe|encontrad|e valid|cadastrad|localizad)|inexistente|invalid)',
    ],
    example: '550 Endereço não encontrado',
  },
  'mailbox-disabled': {
    patterns: [
      '(?:contas?\\b|caixa|usuario|destinatario)\\w* .{0,50}(?:desativad|desabilitad|suspens|bloquead|encerrad|inativ|cancelad)',
    ],
    example: '550 Conta desativada',
  },
  moved: { patterns: ['novo endereco'], example: '551 Use o novo endereço' },
  'auth-required': {
    patterns: [
      'autenticacao .{0,20}(?:requerida|necessaria|obrigatoria|falhou)',
      'senha (?:incorreta|invalida)',
    ],
    example: '530 Autenticação necessária',
  },
  'rate-limited': {
    patterns: ['muit[oa]s (?:conex|mens|destin|tentat|erros)', 'limite .{0,30}(?:conex|mensagen|envio)'],
    example: '421 Muitas conexões',
  },
  'tls-required': {
    patterns: ['criptografia .{0,20}(?:requerida|obrigatoria|exigida)'],
    example: '530 Criptografia exigida',
  },
  busy: {
    patterns: ['em manutencao', '(?:servidor|servico) .{0,30}(?:sobrecarregad|indisponive)'],
    example: '421 Servidor sobrecarregado',
  },
  'system-error': {
    patterns: ['tente .{0,20}(?:mais tarde|novamente)', 'erro (?:interno|temporario)'],
    example: '451 Tente mais tarde',
  },
  policy: { patterns: ['rejeitad', 'recusad', 'nao (?:permitid|autorizad)'], example: '550 Recusado' },
  'domain-unknown': {
    patterns: ['dominio .{0,40}(?:desconhecid|nao (?:existe|encontrad)|invalid)'],
    example: '550 Domínio não existe',
  },
  'sender-rejected': {
    patterns: [
      'remetente\\w* .{0,60}(?:desconhecid|rejeitad|bloquead|inval|nao (?:existe|permitid|autorizad|e valid))',
    ],
    example: '550 Remetente rejeitado',
  },
  'sender-identity': { patterns: ['dns reverso'], example: '550 Sem DNS reverso' },
});
