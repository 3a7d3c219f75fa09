import { isWrittenName } from './written-name.ts';

/**
 * Letters of both cases, digits, and a sign that neither joins words nor ends a sentence: what people are told to make
 * up. `PBKDF2-SHA256`, `UTF-8` and `Argon2id` are none of it.
 */
export function hasAllKindsOfSigns(text: string): boolean {
  return (
    text.length >= 8 &&
    /[a-z]/.test(text) &&
    /[A-Z]/.test(text) &&
    /\d/.test(text) &&
    /[!@#$%^&*?+=~].*[A-Za-z0-9]|[@#$%^&*+=~]$|\d!$/.test(text)
  );
}

/** `Foo%20Bar1`, `Token%1$s`, `a.*B1`, `Kim1@acme.io`, `Lib@1.2.0`, `a=B1&c=2`, `Foo1::bar`, `Map<T1>`. */
const WRITTEN =
  /%(?:0[ad]|2[0-9a-f]|3[a-f]|40|5[b-e]|7[b-d]|\d{1,2}\$)|\.\*|@[\w.-]{1,200}\.[\w-]|=.*&|&.*=|::|\w[<>(){}[\]]|^[!*&]/i;

/**
 * Whether a person made it up for a secret that programs use, under whose name other things stand than under a
 * password's: places, packages, templates.
 */
export function isMadeUpSecret(text: string): boolean {
  if (text.length < 10 || !hasAllKindsOfSigns(text) || WRITTEN.test(text)) return false;
  if (!/[!@#$%^&*]/.test(text) || text.includes('/')) return false;
  // `Prefix2$suffix`, `README.md#Token1`, `Service1@main`: what two names make together.
  return !/^[\w.-]+[$#@][\w.-]+$/.test(text) || !text.split(/[$#@]/).every((part) => isWrittenName(part));
}
