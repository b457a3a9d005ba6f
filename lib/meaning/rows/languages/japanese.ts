import { spoken } from './spoken';

export const JAPANESE = spoken('japanese', {
  greylisted: { patterns: ['グレーリスト'], example: '451 グレーリスト' },
  blocked: { patterns: ['ブラックリスト', '拒否リスト'], example: '554 ブラックリストに登録' },
  'spam-content': { patterns: ['迷惑メール', 'スパム'], example: '550 迷惑メール' },
  virus: { patterns: ['ウイルス'], example: '550 ウイルスを検出' },
  'message-too-large': { patterns: ['サイズ.{0,20}(?:超|大き)'], example: '552 サイズが大きすぎます' },
  'mailbox-full': {
    patterns: ['メールボックス.{0,12}(?:一杯|いっぱい|満杯)', '容量.{0,12}(?:超|不足|オーバー)'],
    example: '552 メールボックスが一杯です',
  },
  'mailbox-unknown': {
    patterns: [
      'sonzai shi',
      'atesaki .{0,30}(?:nai|imasen|sen)',
      '(?:宛先|メールアドレス|ユーザー?|受信者|アカウント).{0,30}(?:存在し|存在しない|見つかりません|不明|無効|ありません)',
    ],
    example: '550 宛先が存在しません',
  },
  'mailbox-disabled': {
    patterns: ['(?:アカウント|メールボックス).{0,20}(?:停止|無効化|閉鎖|解約)'],
    example: '550 アカウントは停止中',
  },
  'domain-unknown': {
    patterns: ['ドメイン.{0,20}(?:存在し|見つかりません|不明)'],
    example: '550 ドメインが見つかりません',
  },
  'relay-denied': { patterns: ['中継.{0,10}(?:拒否|許可され)'], example: '550 中継を拒否' },
  'sender-rejected': {
    patterns: ['(?:送信者|差出人).{0,20}(?:拒否|存在し|不正|不明)'],
    example: '550 送信者を拒否',
  },
  'sender-identity': { patterns: ['逆引き'], example: '550 逆引きできません' },
  'auth-required': { patterns: ['認証.{0,10}(?:必要|失敗)'], example: '530 認証が必要です' },
  'rate-limited': { patterns: ['(?:接続|送信).{0,12}(?:多すぎ|制限|超え)'], example: '421 接続が多すぎます' },
  'tls-required': { patterns: ['暗号化.{0,10}必要'], example: '530 暗号化が必要です' },
  busy: { patterns: ['サーバー?.{0,12}(?:混雑|混み合)', '混み合って'], example: '421 サーバーが混雑' },
  'system-error': { patterns: ['(?:後|あと)で.{0,12}(?:再|もう一度|試)'], example: '451 後で再試行' },
  policy: { patterns: ['拒否', '许可されて'], example: '550 拒否' },
});
