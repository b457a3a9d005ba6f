import { CZECH } from './languages/cs';
import { DANISH } from './languages/da';
import { GERMAN } from './languages/de';
import { ENGLISH } from './languages/en';
import { SPANISH } from './languages/es';
import { FRENCH } from './languages/fr';
import { HUNGARIAN } from './languages/hu';
import { ITALIAN } from './languages/it';
import { JAPANESE } from './languages/ja';
import { KOREAN } from './languages/ko';
import { DUTCH } from './languages/nl';
import { POLISH } from './languages/pl';
import { PORTUGUESE } from './languages/pt';
import { RUSSIAN } from './languages/ru';
import { SWEDISH } from './languages/sv';
import { TURKISH } from './languages/tr';
import { CHINESE } from './languages/zh';
import type { Language } from './languages/language';

/** The languages in which mails about mail are understood, English first: it is in use most. */
export const LANGUAGES: readonly Language[] = [
  ENGLISH,
  CHINESE,
  CZECH,
  DANISH,
  DUTCH,
  FRENCH,
  GERMAN,
  HUNGARIAN,
  ITALIAN,
  JAPANESE,
  KOREAN,
  POLISH,
  PORTUGUESE,
  RUSSIAN,
  SPANISH,
  SWEDISH,
  TURKISH,
];
