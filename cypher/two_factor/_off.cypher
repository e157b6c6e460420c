// Ends two-factor sign-in with everything that belongs to it, of the credential that the include names.
SET it.twoFactorAt = null, it.twoFactorSecret = null, it.twoFactorStep = null, it.recoveryCodes = null
