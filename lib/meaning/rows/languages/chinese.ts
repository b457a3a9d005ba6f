import { spoken } from './spoken';

export const CHINESE = spoken('chinese', {
  greylisted: { patterns: ['灰名单'], example: '451 灰名单' },
  blocked: { patterns: ['黑名单'], example: '554 您的地址在黑名单中' },
  'spam-content': { patterns: ['垃圾邮件', '广告邮件'], example: '550 垃圾邮件' },
  virus: { patterns: ['病毒'], example: '550 发现病毒' },
  'message-too-large': {
    patterns: ['(?:邮件|信件).{0,10}(?:过大|太大|超过)', '超过.{0,10}大小'],
    example: '552 邮件过大',
  },
  'mailbox-full': {
    patterns: ['(?:邮箱|信箱).{0,10}(?:已满|满)', '超出.{0,10}(?:容量|配额)'],
    example: '552 邮箱已满',
  },
  'mailbox-unknown': {
    patterns: [
      '(?:用户|收件人|邮箱|帐号|账号|信箱|地址).{0,12}(?:不存在|未找到|无效|错误)',
      '(?:不存在|无效)的?(?:用户|收件人|邮箱|帐号|账号|地址)',
      '找不到.{0,8}(?:用户|收件人|邮箱)',
    ],
    example: '550 用户不存在',
  },
  'mailbox-disabled': {
    patterns: ['(?:帐号|账号|邮箱|用户).{0,12}(?:已?停用|禁用|冻结|注销|锁定)'],
    example: '550 帐号已停用',
  },
  'domain-unknown': { patterns: ['域名.{0,10}(?:不存在|无效)'], example: '550 域名不存在' },
  'relay-denied': { patterns: ['中继.{0,10}(?:拒绝|禁止)'], example: '550 中继被拒绝' },
  'sender-rejected': {
    patterns: ['(?:发件人|发信人).{0,12}(?:不存在|无效|被拒|拒绝)'],
    example: '550 发件人无效',
  },
  'sender-identity': { patterns: ['反向解析'], example: '550 反向解析失败' },
  'auth-required': {
    patterns: ['(?:需要|请先)(?:身份)?(?:认证|验证)', '(?:认证|验证)失败'],
    example: '530 认证失败',
  },
  'rate-limited': {
    patterns: ['(?:连接|发信|频率|发送).{0,12}(?:过多|太多|限制|过高|超过)', '频率'],
    example: '421 连接过多',
  },
  busy: { patterns: ['(?:系统|服务器)繁忙'], example: '421 系统繁忙' },
  'system-error': { patterns: ['(?:稍后|请稍候).{0,6}(?:再试|重试)?'], example: '451 请稍后再试' },
  policy: { patterns: ['拒绝', '禁止'], example: '550 禁止' },
});
