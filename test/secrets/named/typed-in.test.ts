import { describe, expect, it } from 'vitest';
import { drawn } from '../drawn.ts';
import { found } from '../found.ts';

const password = ['Harbor', '84!kWmZq3'].join('');
const key = drawn(32, undefined, 161);

/** `§` stands for what is typed into the field. */
const FORMS = [
  ['Capybara', 'a.rb', "fill_in 'Password', with: '§'"],
  ['Capybara, a symbol', 'a.rb', 'fill_in :password, :with => "§"'],
  ['Capybara, a longer label', 'a.rb', "fill_in('Password confirmation', with: '§')"],
  ['Capybara, an element', 'a.rb', "find('#password').set('§')"],
  ['Playwright', 'a.ts', "await page.getByLabel('Password').fill('§')"],
  ['Playwright, a selector', 'a.ts', "await page.fill('#password', '§')"],
  ['Playwright, one of several', 'a.ts', "await page.locator('#password').first().fill(`§`);"],
  ['Puppeteer', 'a.ts', `await page.type('input[name="password"]', '§', { delay: 10 });`],
  ['Cypress', 'a.ts', "cy.get('[name=password]')\n  .clear()\n  .type('§', { log: false })"],
  ['Testing Library', 'a.ts', "await userEvent.type(screen.getByLabelText(/password/i), '§')"],
  ['an event', 'a.ts', "fireEvent.change(getByLabelText('Password'), { target: { value: '§' } })"],
  ['Selenium in Python', 'a.py', "driver.find_element(By.ID, 'password').send_keys('§')"],
  ['Selenium in Java', 'a.java', 'driver.findElement(By.id("password")).sendKeys("§");'],
  ['Selenium in C#', 'a.cs', 'driver.FindElement(By.Name("Password")).SendKeys("§");'],
  ['WebdriverIO', 'a.js', "$('#password').setValue('§')"],
  ['XCUITest', 'a.swift', 'app.secureTextFields["Password"].typeText("§")'],
  ['Gherkin', 'a.feature', '  When I fill in "Password" with "§"'],
  ['Robot Framework', 'a.robot', '    Input Password    id:password    §'],
] as const;

/** As tests have them: nobody can log in with them anywhere. */
const MADE_FOR_TESTS = ['password2', 'secret123', 'hunter22', 'wrong-password-2', 'too short 1'];

describe('what a test types into a field', () => {
  it.each(FORMS)('%s: %s', (_, path, form) => {
    expect(
      found(
        form.replace('§', () => password),
        path,
      ),
    ).toEqual([[password, 'certain']]);
    for (const other of MADE_FOR_TESTS) expect(found(form.replace('§', other), path)).toEqual([]);
  });

  it('may be a token', () => {
    expect(found(`page.fill('#api-token', '${key}')`, 'a.ts')).toEqual([[key, 'certain']]);
  });

  it.each([
    ['a variable', 'a.rb', "fill_in 'Password', with: user.password2"],
    ['a template', 'a.rb', `fill_in 'Password', with: "#{user.password}2X!a"`],
    ['the environment', 'a.ts', "await page.fill('#password', process.env.E2E_PASSWORD2)"],
    ['a call', 'a.ts', "cy.get('[name=password]').type(Cypress.env('PASSWORD_2'))"],
    ['a key', 'a.py', "driver.find_element(By.ID, 'password').send_keys(Keys.RETURN)"],
    ['a variable of Robot Framework', 'a.robot', `    Input Password    id:password    ${'$'}{PASSWORD2}`],
    ['what is expected', 'a.ts', `expect(page.getByLabel('Password')).toHaveAttribute('id', 'Pw2!x')`],
    ['another field', 'a.ts', "await page.fill('[name=password]', '#confirm-password-2')"],
  ])('is silent on %s', (_, path, text) => {
    expect(found(text, path)).toEqual([]);
  });
});
