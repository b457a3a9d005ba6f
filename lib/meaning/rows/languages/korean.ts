import { spoken } from './spoken';

export const KOREAN = spoken('korean', {
  blocked: { patterns: ['블랙리스트'], example: '554 블랙리스트' },
  'spam-content': { patterns: ['스팸'], example: '550 스팸' },
  virus: { patterns: ['바이러스'], example: '550 바이러스' },
  'mailbox-full': { patterns: ['메일함.{0,12}(?:가득|초과)'], example: '552 메일함 초과' },
  'mailbox-unknown': {
    patterns: ['(?:사용자|수신자|메일 ?주소|계정).{0,20}(?:없|존재하지|찾을 수)'],
    example: '550 사용자 없음',
  },
  'mailbox-disabled': {
    patterns: ['(?:계정|메일함).{0,12}(?:정지|휴면|비활성)'],
    example: '550 휴면 계정 정지',
  },
  policy: { patterns: ['거부'], example: '550 거부' },
});
