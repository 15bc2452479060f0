#pragma once
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/// RFC 2253, with characters outside ASCII as they are: a macro of macros, which Swift does not see.
static inline unsigned long controls_name_flags(void) {
  return XN_FLAG_RFC2253 & ~((unsigned long)ASN1_STRFLGS_ESC_MSB);
}

/// Frees what libcrypto allocated: `OPENSSL_free` is a macro.
static inline void controls_free(void *memory) { OPENSSL_free(memory); }
