/** The longest address that is visited or stored, in UTF-16 units. */
export const ADDRESS_LIMIT = 2_048;
