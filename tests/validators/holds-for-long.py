"""Asks pyHanko whether a report has in it all that it takes to judge its signatures for good.

    python holds-for-long.py REPORT.pdf CERTIFICATE.pem...

The certificates are those that are trusted. `pyhanko sign adesverify` asks the network first and gives up where there is
none, so this asks pyHanko's library, which may use nothing but the file. Ends with 1 when a signature does not hold.
"""

import asyncio
import sys

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.ades import ades_lta_validation
from pyhanko.sign.validation.policy_decl import (
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager


async def main(report: str, certificates: list[str]) -> int:
    trusted = [load_cert_from_pemder(certificate) for certificate in certificates]
    policy = SignatureValidationSpec(
        cert_validation_policy=CertValidationPolicySpec(
            trust_manager=SimpleTrustManager.build(trust_roots=trusted),
            revinfo_policy=CertRevTrustPolicy(REQUIRE_REVINFO),
        ),
        revinfo_gathering_policy=RevocationInfoGatheringSpec(
            online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY
        ),
    )
    failed = 0
    with open(report, "rb") as file:
        for signature in PdfFileReader(file).embedded_regular_signatures:
            found = await ades_lta_validation(signature, PdfSignatureValidationSpec(policy))
            print(signature.field_name, found.ades_subindic, found.failure_msg or "")
            failed += not found.api_status.bottom_line
    return int(failed > 0)


sys.exit(asyncio.run(main(sys.argv[1], sys.argv[2:])))
