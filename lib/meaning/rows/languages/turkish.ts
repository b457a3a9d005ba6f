import { spoken } from './spoken';

export const TURKISH = spoken('turkish', {
  blocked: {
    patterns: ['kara liste', 'kara listede', 'ip adresiniz .{0,30}engel'],
    example: '554 IP adresiniz engellendi',
  },
  'spam-content': { patterns: ['spam olarak', 'istenmeyen'], example: '550 İstenmeyen posta' },
  'message-too-large': { patterns: ['cok buyuk'], example: '552 Mesaj çok büyük' },
  'mailbox-full': {
    patterns: ['posta kutusu .{0,30}dolu', 'kotasi? .{0,20}(?:dolu|asil)'],
    example: '552 Posta kutusu dolu',
  },
  'mailbox-unknown': {
    patterns: [
      '(?:kullanici|alici|posta kutusu|hesap|adres)\\S{0,12} .{0,40}(?:bulunamadi|bulunmuyor|mevcut degil|yok|gecersiz|bilinmiyor)',
      'boyle bir (?:kullanici|adres|hesap)',
    ],
    example: '550 Kullanıcı bulunamadı',
  },
  'mailbox-disabled': {
    patterns: ['(?:hesap|posta kutusu|kullanici)\\S{0,12} .{0,40}(?:kapat|devre disi|pasif|aski|engel)'],
    example: '550 Hesap kapatıldı',
  },
  'sender-rejected': {
    patterns: ['gonderen .{0,40}(?:reddedildi|gecersiz|bilinmiyor|engel)'],
    example: '550 Gönderen reddedildi',
  },
  'auth-required': { patterns: ['kimlik dogrulama'], example: '530 Kimlik doğrulama gerekli' },
  'rate-limited': { patterns: ['cok fazla'], example: '421 Çok fazla bağlantı' },
  'system-error': { patterns: ['daha sonra (?:tekrar )?deneyin'], example: '451 Daha sonra tekrar deneyin' },
  policy: { patterns: ['reddedildi', 'engellendi'], example: '550 Reddedildi' },
});
