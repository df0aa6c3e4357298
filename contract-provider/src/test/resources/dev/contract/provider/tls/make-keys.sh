#!/bin/sh
# Makes keys.p12 anew: a certificate authority that nobody trusts, and what it signed for the tests of TLS. Needs JDK 17 or later.
set -eu
cd "$(dirname "$0")"
rm -f keys.p12

key() {
    keytool -genkeypair -keystore keys.p12 -storetype PKCS12 -storepass password -keyalg EC -groupname secp256r1 "$@"
}

key -alias ca -dname "CN=Test CA" -ext bc:c -ext ku:c=keyCertSign -validity 36500
key -alias server -signer ca -dname "CN=server" -ext san=ip:127.0.0.1,dns:localhost -validity 36500
key -alias elsewhere -signer ca -dname "CN=elsewhere" -ext san=dns:elsewhere.example -validity 36500
key -alias expired -signer ca -dname "CN=expired" -ext san=ip:127.0.0.1 -startdate "2020/01/01 00:00:00" -validity 365
key -alias client -signer ca -dname "CN=client" -validity 36500
