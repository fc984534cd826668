select sha256, size, media_type, typeof(content) = 'blob' and octet_length(content) = size as whole
from blob
