import { expect, it } from "vitest";
import { mailServerOf } from "@/lib/mail/rules";

it.each([
  ["smtp://mill:p%40ss%3Aword%2F1@localhost:2587", "localhost:2587"],
  ["smtps://mail.example.org", "mail.example.org"],
  ["smtp://mill:pass@mail.example.org:587/?pool=true", "mail.example.org:587"],
])("takes %s as the address of a mail server", (url, host) => {
  expect(mailServerOf(url)?.host).toBe(host);
});

it.each([
  "smtp://mill:p@ss:word/1@localhost:2587",
  "smtp://mill:p@ss/1@localhost:2587",
  "smtp://mill:1#2@localhost:2587",
  "smtp://mill?2@localhost:2587",
  "smtp://mill:100%@localhost:2587",
  "smtp://",
])("does not take %s, whose password is not percent-encoded or which has no host", (url) => {
  expect(mailServerOf(url)).toBeNull();
});
